resource "a_b" "c" { # expect: override-without-base
  size = 2
}
