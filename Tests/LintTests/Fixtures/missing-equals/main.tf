# expect below: missing-equals
locals { a = { b 1 } }
