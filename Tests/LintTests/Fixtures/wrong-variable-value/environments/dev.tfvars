sizes = { a = 1, b = "many" } # expect: wrong-variable-value
name  = 1
