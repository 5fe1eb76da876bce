# expect below: unexpected-directive
a = "x%{ endif }"
