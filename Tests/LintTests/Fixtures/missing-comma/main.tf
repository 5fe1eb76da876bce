# expect below: missing-comma
locals { a = [1 2] }
