resource "aws_cloudwatch_metric_alarm" "service_cpu" {
  for_each = var.services

  alarm_name          = "${var.name_prefix}-${each.key}-cpu-high"
  alarm_description   = "CPU of service ${each.key} (${var.environment}) is above ${var.thresholds.cpu_percent} %."
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  dimensions          = { ClusterName = each.value.cluster_name, ServiceName = each.value.service_name }
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.cpu_percent
  treat_missing_data  = "missing"
  alarm_actions       = local.warning
  ok_actions          = local.info
  tags                = var.tags
}

resource "aws_cloudwatch_metric_alarm" "service_memory" {
  for_each = var.services

  alarm_name          = "${var.name_prefix}-${each.key}-memory-high"
  alarm_description   = "Memory of service ${each.key} (${var.environment}) is above ${var.thresholds.memory_percent} %."
  namespace           = "AWS/ECS"
  metric_name         = "MemoryUtilization"
  dimensions          = { ClusterName = each.value.cluster_name, ServiceName = each.value.service_name }
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.memory_percent
  treat_missing_data  = "missing"
  alarm_actions       = local.warning
  ok_actions          = local.info
  tags                = var.tags
}

# A service without tasks sends no metric at all, so missing data counts as too few.
resource "aws_cloudwatch_metric_alarm" "service_tasks" {
  for_each = var.services

  alarm_name          = "${var.name_prefix}-${each.key}-tasks-low"
  alarm_description   = "Service ${each.key} (${var.environment}) runs fewer than ${each.value.min_tasks} tasks."
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  dimensions          = { ClusterName = each.value.cluster_name, ServiceName = each.value.service_name }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "LessThanThreshold"
  threshold           = each.value.min_tasks
  treat_missing_data  = "breaching"
  alarm_actions       = local.critical
  ok_actions          = local.info
  tags                = var.tags
}

# AWS/ECS has no CPU metric for a cluster without instances, so the alarm relates what the tasks use to what they
# reserve.
resource "aws_cloudwatch_metric_alarm" "cluster_cpu" {
  for_each = var.clusters

  alarm_name          = "${var.name_prefix}-${each.key}-cluster-cpu"
  alarm_description   = "CPU of cluster ${each.value} (${var.environment}) is at or above ${var.thresholds.cluster_cpu_percent} %."
  evaluation_periods  = 2
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = var.thresholds.cluster_cpu_percent
  treat_missing_data  = "missing"
  alarm_actions       = local.warning
  ok_actions          = local.info
  tags                = var.tags

  metric_query {
    id          = "utilization"
    expression  = "100 * utilized / reserved"
    label       = "CPU of the running tasks in percent"
    return_data = true
  }

  metric_query {
    id = "utilized"

    metric {
      namespace   = "ECS/ContainerInsights"
      metric_name = "CpuUtilized"
      dimensions  = { ClusterName = each.value }
      stat        = "Average"
      period      = 300
    }
  }

  metric_query {
    id = "reserved"

    metric {
      namespace   = "ECS/ContainerInsights"
      metric_name = "CpuReserved"
      dimensions  = { ClusterName = each.value }
      stat        = "Average"
      period      = 300
    }
  }
}

# Services log JSON; every line of level error counts.
resource "aws_cloudwatch_log_metric_filter" "errors" {
  for_each = var.services

  name           = "${var.name_prefix}-${each.key}-errors"
  log_group_name = each.value.log_group_name
  pattern        = "{ ($.level = \"error\") || ($.level = \"ERROR\") }"

  metric_transformation {
    name          = "${each.value.service_name}-errors"
    namespace     = var.name_prefix
    value         = "1"
    default_value = "0"
    unit          = "Count"
  }
}
