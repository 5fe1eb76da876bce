resource "a_b" "c" {
  lifecycle {
    replace_triggered_by = [local.a] # expect: invalid-trigger
  }
}
