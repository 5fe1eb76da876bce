# expect below: unclosed-index
a = b[1 2]
