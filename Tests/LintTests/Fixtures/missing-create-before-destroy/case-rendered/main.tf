resource "aws_security_group" "this" { # expect: missing-create-before-destroy
  name_prefix = "a"
}
