resource "a_b" "c" {
  lifecycle {
    ignore_changes = [1 + 2] # expect: invalid-ignored-change
  }
}
