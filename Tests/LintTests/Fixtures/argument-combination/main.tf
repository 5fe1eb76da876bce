variable "gateway_id" {
  type    = string
  default = null
}

# expect below: argument-combination
resource "aws_route_table_association" "this" {
  route_table_id = "rtb-1"
}

# Either may be null.
resource "aws_route_table_association" "either" {
  route_table_id = "rtb-1"
  gateway_id     = var.gateway_id
  subnet_id      = var.gateway_id == null ? "subnet-1" : null
}

resource "aws_lb" "this" {
  name        = "shop"
  name_prefix = "shop" # expect: argument-combination
  subnets     = ["subnet-1"]

  subnet_mapping { # expect: argument-combination
    subnet_id = "subnet-1"
  }
}

# expect below: argument-combination
resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_name          = "busy"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "CPUUtilization"
  namespace           = "AWS/ECS"
  period              = 60
  threshold           = 80
}

resource "aws_route53_record" "this" {
  zone_id = "Z1"
  name    = "shop"
  type    = "A"
  records = ["203.0.113.1"]
  ttl     = null

  dynamic "alias" {
    for_each = var.gateway_id[*]

    content {
      name                   = "other"
      zone_id                = "Z2"
      evaluate_target_health = false
    }
  }
}

# What is looked up has no value of its own.
data "aws_ssm_parameter" "this" {
  name = "/shop/level"
}
