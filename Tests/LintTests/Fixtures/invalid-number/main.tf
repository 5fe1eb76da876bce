# expect below: invalid-number
locals { a = 1.2.3 }
