resource "aws_cloudwatch_metric_alarm" "target_5xx" {
  for_each = var.load_balancers

  alarm_name          = "${var.name_prefix}-${each.key}-target-5xx"
  alarm_description   = "Targets of load balancer ${each.key} (${var.environment}) answered more than ${var.thresholds.http_5xx_per_minute} requests in a minute with 5XX."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  dimensions          = { LoadBalancer = each.value }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.http_5xx_per_minute
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.critical
  ok_actions          = local.info
  tags                = var.tags
}

resource "aws_cloudwatch_metric_alarm" "elb_5xx" {
  for_each = var.load_balancers

  alarm_name          = "${var.name_prefix}-${each.key}-elb-5xx"
  alarm_description   = "Load balancer ${each.key} (${var.environment}) itself answered more than ${var.thresholds.http_5xx_per_minute} requests in a minute with 5XX."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  dimensions          = { LoadBalancer = each.value }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.http_5xx_per_minute
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.critical
  ok_actions          = local.info
  tags                = var.tags
}

resource "aws_cloudwatch_metric_alarm" "latency" {
  for_each = var.load_balancers

  alarm_name          = "${var.name_prefix}-${each.key}-latency-p95"
  alarm_description   = "One request in twenty behind load balancer ${each.key} (${var.environment}) takes longer than ${var.thresholds.latency_seconds} s."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "TargetResponseTime"
  dimensions          = { LoadBalancer = each.value }
  extended_statistic  = "p95"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.latency_seconds
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.warning
  ok_actions          = local.info
  tags                = var.tags

  # A percentile of a handful of requests says nothing.
  evaluate_low_sample_count_percentiles = "ignore"
}

locals {
  # One entry a target group, so that a canary has an alarm of its own.
  target_groups = merge([
    for name, service in var.services : {
      for variant, suffix in service.target_group_arn_suffixes : "${name}-${variant}" => {
        load_balancer = service.load_balancer_arn_suffix
        target_group  = suffix
      }
    }
  ]...)
}

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets" {
  for_each = local.target_groups

  alarm_name          = "${var.name_prefix}-${each.key}-unhealthy"
  alarm_description   = "Target group ${each.key} (${var.environment}) has more than ${var.thresholds.unhealthy_targets} unhealthy targets."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"
  dimensions          = { LoadBalancer = each.value.load_balancer, TargetGroup = each.value.target_group }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.unhealthy_targets
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.critical
  ok_actions          = local.info
  tags                = var.tags
}

# Route 53 follows this alarm, because its health checkers cannot reach the load balancer. It needs a standard
# resolution and a plain statistic. The maximum is taken so that a zone without healthy targets does not count as
# the end of the region; a region that sends no data does.
resource "aws_cloudwatch_metric_alarm" "no_healthy_target" {
  count = var.origin_health == null ? 0 : 1

  alarm_name          = "${var.name_prefix}-origin-down"
  alarm_description   = "No target behind the load balancer of the site (${var.environment}) is healthy: requests go to the other region, if there is one."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  dimensions          = { LoadBalancer = var.origin_health.load_balancer_arn_suffix, TargetGroup = var.origin_health.target_group_arn_suffix }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
  alarm_actions       = local.critical
  ok_actions          = local.info
  tags                = var.tags
}
