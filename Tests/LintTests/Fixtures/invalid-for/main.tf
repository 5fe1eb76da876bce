# expect below: invalid-for
locals { a = [for x of y : x] }
