resource "a_b" "c" {
  depends_on = [max(1, 2)] # expect: invalid-dependency
}
