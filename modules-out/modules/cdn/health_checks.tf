resource "aws_route53_health_check" "primary" {
  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = var.health_check_alarm_names["primary"]
  cloudwatch_alarm_region         = var.primary_region
  insufficient_data_health_status = "Unhealthy"
  tags                            = merge(var.tags, { Name = "${var.name_prefix}-${var.primary_region}" })

  # Route 53 keeps a copy of the alarm's definition and takes a new one only when it is told to.
  triggers = { alarm = var.health_check_alarm_revisions["primary"] }
}

resource "aws_cloudwatch_metric_alarm" "primary_health" {
  # Metrics of Route 53 exist in us-east-1 only.
  provider = aws.us_east_1

  alarm_name          = "${var.name_prefix}-health-${var.primary_region}"
  alarm_description   = "Route 53 considers ${var.primary_region} (${var.environment}) unhealthy."
  namespace           = "AWS/Route53"
  metric_name         = "HealthCheckStatus"
  dimensions          = { HealthCheckId = aws_route53_health_check.primary.id }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arns["critical"]]
  ok_actions          = [var.alarm_topic_arns["info"]]
  tags                = var.tags
}

resource "aws_route53_health_check" "secondary" {
  count = local.has_secondary ? 1 : 0

  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = var.health_check_alarm_names["secondary"]
  cloudwatch_alarm_region         = var.secondary_region
  insufficient_data_health_status = "Unhealthy"
  tags                            = merge(var.tags, { Name = "${var.name_prefix}-${var.secondary_region}" })

  triggers = { alarm = var.health_check_alarm_revisions["secondary"] }
}

resource "aws_cloudwatch_metric_alarm" "secondary_health" {
  count    = local.has_secondary ? 1 : 0
  provider = aws.us_east_1

  alarm_name          = "${var.name_prefix}-health-${var.secondary_region}"
  alarm_description   = "Route 53 considers ${var.secondary_region} (${var.environment}) unhealthy: nothing could take over."
  namespace           = "AWS/Route53"
  metric_name         = "HealthCheckStatus"
  dimensions          = { HealthCheckId = aws_route53_health_check.secondary[count.index].id }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arns["critical"]]
  ok_actions          = [var.alarm_topic_arns["info"]]
  tags                = var.tags
}
