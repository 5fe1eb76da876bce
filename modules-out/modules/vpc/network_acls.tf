resource "aws_network_acl" "public" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for s in aws_subnet.public : s.id]
  tags       = merge(var.tags, { Name = "${var.name_prefix}-public" })
}

resource "aws_network_acl_rule" "public" {
  for_each = var.public_acl_rules

  network_acl_id  = aws_network_acl.public.id
  egress          = each.value.egress
  rule_number     = each.value.rule_number
  rule_action     = each.value.rule_action
  protocol        = each.value.protocol
  from_port       = each.value.from_port
  to_port         = each.value.to_port
  cidr_block      = each.value.ipv6_cidr_block == null ? coalesce(each.value.cidr_block, var.vpc_cidr) : null
  ipv6_cidr_block = each.value.ipv6_cidr_block
}

resource "aws_network_acl" "private" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = concat([for s in aws_subnet.private : s.id], [for s in aws_subnet.database : s.id])
  tags       = merge(var.tags, { Name = "${var.name_prefix}-private" })
}

resource "aws_network_acl_rule" "private" {
  for_each = var.private_acl_rules

  network_acl_id  = aws_network_acl.private.id
  egress          = each.value.egress
  rule_number     = each.value.rule_number
  rule_action     = each.value.rule_action
  protocol        = each.value.protocol
  from_port       = each.value.from_port
  to_port         = each.value.to_port
  cidr_block      = each.value.ipv6_cidr_block == null ? coalesce(each.value.cidr_block, var.vpc_cidr) : null
  ipv6_cidr_block = each.value.ipv6_cidr_block
}
