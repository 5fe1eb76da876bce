# expect below: unclosed-interpolation
a = "${b c}"
