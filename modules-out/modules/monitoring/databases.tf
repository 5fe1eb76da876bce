resource "aws_cloudwatch_metric_alarm" "database_cpu" {
  for_each = var.databases

  alarm_name          = "${var.name_prefix}-${each.key}-cpu-high"
  alarm_description   = "CPU of database ${each.value.cluster_identifier} (${var.environment}) is above ${var.thresholds.cpu_percent} %."
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  dimensions          = { DBClusterIdentifier = each.value.cluster_identifier }
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.cpu_percent
  treat_missing_data  = "missing"
  alarm_actions       = local.warning
  ok_actions          = local.info
  tags                = var.tags
}

# The minimum is that of the instance with the least memory left.
resource "aws_cloudwatch_metric_alarm" "database_memory" {
  for_each = var.databases

  alarm_name          = "${var.name_prefix}-${each.key}-memory-low"
  alarm_description   = "An instance of database ${each.value.cluster_identifier} (${var.environment}) has less than ${var.thresholds.database_free_memory_bytes} bytes of memory left."
  namespace           = "AWS/RDS"
  metric_name         = "FreeableMemory"
  dimensions          = { DBClusterIdentifier = each.value.cluster_identifier }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "LessThanThreshold"
  threshold           = var.thresholds.database_free_memory_bytes
  treat_missing_data  = "missing"
  alarm_actions       = local.warning
  ok_actions          = local.info
  tags                = var.tags
}

resource "aws_cloudwatch_metric_alarm" "database_connections" {
  for_each = var.databases

  alarm_name          = "${var.name_prefix}-${each.key}-connections-high"
  alarm_description   = "An instance of database ${each.value.cluster_identifier} (${var.environment}) has more than ${var.thresholds.database_connections} connections."
  namespace           = "AWS/RDS"
  metric_name         = "DatabaseConnections"
  dimensions          = { DBClusterIdentifier = each.value.cluster_identifier }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.database_connections
  treat_missing_data  = "missing"
  alarm_actions       = local.warning
  ok_actions          = local.info
  tags                = var.tags
}

# Only a secondary reports how far it is behind: that is what a failover would lose.
resource "aws_cloudwatch_metric_alarm" "database_lag" {
  for_each = { for name, database in var.databases : name => database if database.is_secondary }

  alarm_name          = "${var.name_prefix}-${each.key}-replication-lag"
  alarm_description   = "Database ${each.value.cluster_identifier} (${var.environment}) is more than ${var.thresholds.replication_lag_ms} ms behind the primary region."
  namespace           = "AWS/RDS"
  metric_name         = "AuroraGlobalDBReplicationLag"
  dimensions          = { DBClusterIdentifier = each.value.cluster_identifier }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.thresholds.replication_lag_ms
  treat_missing_data  = "missing"
  alarm_actions       = local.critical
  ok_actions          = local.info
  tags                = var.tags
}
