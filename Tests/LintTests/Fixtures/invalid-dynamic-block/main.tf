resource "aws_security_group" "this" {
  dynamic "ingress" { # expect: invalid-dynamic-block
    for_each = [80]
  }

  dynamic "egress" { # expect: invalid-dynamic-block
    content {
      from_port = 80
    }
  }

  dynamic "timeouts" {
    for_each = [80]

    content {
      create = timeouts.value
    }
  }
}
