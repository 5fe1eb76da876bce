data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

data "aws_ec2_managed_prefix_list" "s3" {
  name = "com.amazonaws.eu-west-1.s3"
}

resource "aws_security_group" "this" {
  name = "a"
}

resource "aws_vpc_security_group_ingress_rule" "cloudfront" {
  for_each = { http = 80, https = 443 }

  security_group_id = aws_security_group.this.id
  from_port         = each.value
  prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront.id # expect: too-many-security-rules
}

resource "aws_vpc_security_group_ingress_rule" "s3" {
  for_each = { http = 80, https = 443 }

  security_group_id = aws_security_group.this.id
  from_port         = each.value
  prefix_list_id    = data.aws_ec2_managed_prefix_list.s3.id
}
