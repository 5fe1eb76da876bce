variable "ports" {
  type    = list(number)
  default = [22, 443]
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  for_each = { for port in var.ports : tostring(port) => port }

  security_group_id = "a"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
  cidr_ipv4         = "0.0.0.0/0" # expect: open-security-group
}

resource "aws_security_group" "inline" {
  ingress {
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    ipv6_cidr_blocks = ["::/0"] # expect: open-security-group
  }

  ingress {
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "range" {
  type        = "ingress"
  protocol    = "tcp"
  from_port   = 5000
  to_port     = 6000
  cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"] # expect: open-security-group
}

resource "aws_security_group_rule" "inside" {
  type        = "ingress"
  protocol    = "tcp"
  from_port   = 22
  to_port     = 22
  cidr_blocks = ["10.0.0.0/8"]
}

resource "aws_security_group_rule" "out" {
  type        = "egress"
  protocol    = "-1"
  from_port   = 0
  to_port     = 0
  cidr_blocks = ["0.0.0.0/0"]
}
