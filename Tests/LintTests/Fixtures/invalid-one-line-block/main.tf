# expect below: invalid-one-line-block
locals { a = 1, b = 2 }
