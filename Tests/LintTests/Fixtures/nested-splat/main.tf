# expect below: nested-splat
a = b.*.c.*.d
