resource "aws_cloudwatch_metric_alarm" "instances_low" {
  for_each = var.autoscaling_groups

  alarm_name          = "${var.name_prefix}-${each.key}-instances-low"
  alarm_description   = "Auto Scaling group ${each.key} (${var.environment}) has fewer than ${each.value.min_size} instances in service."
  namespace           = "AWS/AutoScaling"
  metric_name         = "GroupInServiceInstances"
  dimensions          = { AutoScalingGroupName = each.value.name }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "LessThanThreshold"
  threshold           = each.value.min_size
  treat_missing_data  = "breaching"
  alarm_actions       = local.critical
  ok_actions          = local.info
  tags                = var.tags
}

resource "aws_cloudwatch_metric_alarm" "instances_cpu" {
  for_each = var.autoscaling_groups

  alarm_name          = "${var.name_prefix}-${each.key}-instances-cpu-high"
  alarm_description   = "CPU of Auto Scaling group ${each.key} (${var.environment}) is above ${var.thresholds.cpu_percent} %."
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  dimensions          = { AutoScalingGroupName = each.value.name }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.cpu_percent
  treat_missing_data  = "missing"
  alarm_actions       = local.warning
  ok_actions          = local.info
  tags                = var.tags
}
