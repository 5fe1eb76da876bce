sizes = [1] # expect: wrong-variable-value
name  = ["a"] # expect: wrong-variable-value
