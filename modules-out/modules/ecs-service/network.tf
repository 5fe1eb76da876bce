# The service owns both sides of each of its connections, so that neither the load balancer nor a database has to know it.
resource "aws_security_group" "this" {
  name_prefix = "${local.name}-task-"
  description = "Tasks of ${local.name}"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = "${local.name}-task" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "from_load_balancer" {
  for_each = var.load_balancer_security_group_ids

  security_group_id            = aws_security_group.this.id
  description                  = "Application port from the ${each.key} load balancer"
  ip_protocol                  = "tcp"
  from_port                    = var.container_port
  to_port                      = var.container_port
  referenced_security_group_id = each.value
}

resource "aws_vpc_security_group_egress_rule" "load_balancer_to_tasks" {
  for_each = var.load_balancer_security_group_ids

  security_group_id            = each.value
  description                  = "Application port of ${local.name}"
  ip_protocol                  = "tcp"
  from_port                    = var.container_port
  to_port                      = var.container_port
  referenced_security_group_id = aws_security_group.this.id
}

# Images, logs, secrets and the APIs of others, by way of the NAT gateways or the endpoints of the VPC.
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
