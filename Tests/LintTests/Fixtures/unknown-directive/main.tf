# expect below: unknown-directive
a = "%{ while true }"
