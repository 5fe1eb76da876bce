resource "a_b" "c" {
  count    = 1
  for_each = {} # expect: conflicting-arguments
}
