resource "a_b" "c" {
  provider = aws.east.one # expect: invalid-provider-reference
}
