# expect below: unsupported-operator
a = 1 & 2
