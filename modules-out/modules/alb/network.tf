# Rules stand apart from the group, one source each, so that two modules may add to one group. What the load balancer
# may reach is written by the modules that own its targets.
resource "aws_security_group" "this" {
  name_prefix = "${local.name}-"
  description = "Load balancer of ${var.name_prefix}"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = local.name })

  lifecycle {
    create_before_destroy = true
  }
}

data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

# The list counts for 55 of the 60 rules of a security group, so that one port is all it can open.
resource "aws_vpc_security_group_ingress_rule" "cloudfront" {
  security_group_id = aws_security_group.this.id
  description       = "HTTPS from CloudFront"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront.id
}
