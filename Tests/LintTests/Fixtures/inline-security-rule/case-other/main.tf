resource "aws_security_group" "mixed" {
  name = "mixed"

  ingress { # expect: inline-security-rule
    from_port = 80
    to_port   = 80
    protocol  = "tcp"
  }
}

resource "aws_vpc_security_group_ingress_rule" "mixed" {
  security_group_id = aws_security_group.mixed.id
}

# What stands in the group is about the other direction.
resource "aws_security_group" "both" {
  name = "both"

  egress {
    from_port = 80
    to_port   = 80
    protocol  = "tcp"
  }
}

resource "aws_security_group_rule" "both" {
  type              = "ingress"
  security_group_id = aws_security_group.both.id
}
