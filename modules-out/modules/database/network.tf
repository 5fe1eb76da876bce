resource "aws_db_subnet_group" "this" {
  name        = local.name
  description = "Subnets of ${local.name}"
  subnet_ids  = var.subnet_ids
  tags        = var.tags
}

# The services that connect add their own rules, on both sides; a database opens no connections.
resource "aws_security_group" "this" {
  name_prefix = "${local.name}-"
  description = "Aurora cluster ${local.name} (${var.environment})"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = local.name })

  lifecycle {
    create_before_destroy = true
  }
}
