# Gateway endpoints cost nothing and spare the traffic to S3 and DynamoDB the way through NAT.
resource "aws_vpc_endpoint" "gateway" {
  for_each = var.gateway_endpoints

  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = concat([for t in aws_route_table.private : t.id], [aws_route_table.database.id])
  tags              = merge(var.tags, { Name = "${var.name_prefix}-${each.key}" })
}
