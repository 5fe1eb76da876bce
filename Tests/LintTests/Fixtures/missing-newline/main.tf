# expect below: missing-newline
a = 1 b = 2
