resource "aws_security_group" "inline" {
  name = "inline"

  dynamic "ingress" { # expect: inline-security-rule
    for_each = [80]

    content {
      from_port = ingress.value
    }
  }
}

resource "aws_security_group" "separate" {
  name = "separate"
}
