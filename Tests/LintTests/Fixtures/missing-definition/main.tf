# expect below: missing-definition
hello
