# expect below: invalid-label
resource "a${1}" "b" {}
