resource "a_b" "c" {
  lifecycle {
    postcondition {
      condition     = a_b.c.size > 1 # expect: self-reference
      error_message = "Too small."
    }
  }
}
