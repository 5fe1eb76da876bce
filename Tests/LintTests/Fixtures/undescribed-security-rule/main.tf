resource "aws_security_group" "wrong" { # expect: undescribed-security-rule
  name_prefix = "a"
}

resource "aws_vpc_security_group_egress_rule" "web" { # expect: undescribed-security-rule
  security_group_id = aws_security_group.wrong.id
}

resource "aws_security_group" "right" {
  name_prefix = "a"
  description = "What it is for"
}
