# expect below: unclosed-directive
a = "%{ if true }x"
