resource "aws_security_group" "balancer" {
  name_prefix = "balancer-"
}

resource "aws_security_group" "service" {
  name_prefix = "service-"
}

resource "aws_lb" "this" {
  security_groups = [aws_security_group.balancer.id]
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  security_group_id = aws_security_group.balancer.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "service" {
  security_group_id = aws_security_group.service.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0" # expect: open-security-group
}
