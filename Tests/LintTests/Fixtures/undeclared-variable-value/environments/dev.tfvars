desired_cout = 3 # expect: undeclared-variable-value
