# The application owns both sides of each of its connections, so that neither the load balancer nor a database has to
# know it.
resource "aws_security_group" "this" {
  name_prefix = "${local.name}-instance-"
  description = "Application instances of ${var.name_prefix}"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = "${local.name}-instance" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "from_alb" {
  security_group_id            = aws_security_group.this.id
  description                  = "Application port from the load balancer"
  ip_protocol                  = "tcp"
  from_port                    = var.instance_port
  to_port                      = var.instance_port
  referenced_security_group_id = module.alb.security_group_id
}

resource "aws_vpc_security_group_egress_rule" "alb_to_instances" {
  security_group_id            = module.alb.security_group_id
  description                  = "Application port of the instances"
  ip_protocol                  = "tcp"
  from_port                    = var.instance_port
  to_port                      = var.instance_port
  referenced_security_group_id = aws_security_group.this.id
}

# Patches, logs and the APIs of others, by way of the NAT gateways or the endpoints of the VPC.
resource "aws_vpc_security_group_egress_rule" "web" {
  for_each = toset(["80", "443"])

  security_group_id = aws_security_group.this.id
  description       = "Port ${each.key} to anywhere"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "to_peer" {
  for_each = var.peers

  security_group_id            = aws_security_group.this.id
  description                  = "Connection to the ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = each.value.security_group_id
}

resource "aws_vpc_security_group_ingress_rule" "peer_from_here" {
  for_each = var.peers

  security_group_id            = each.value.security_group_id
  description                  = "Connection from ${local.name}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = aws_security_group.this.id
}
