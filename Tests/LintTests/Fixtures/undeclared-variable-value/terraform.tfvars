colour = "blue" # expect: undeclared-variable-value
