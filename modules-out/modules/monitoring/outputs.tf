output "backup_vault_arn" {
  description = "ARN of the backup vault."
  value       = aws_backup_vault.this.arn
}

output "dashboard_name" {
  description = "Name of the dashboard; null in regions without one."
  value       = one(aws_cloudwatch_dashboard.this[*].dashboard_name)
}

output "origin_health_alarm_name" {
  description = "Alarm that Route 53 follows; null without origin_health."
  value       = one(aws_cloudwatch_metric_alarm.no_healthy_target[*].alarm_name)
}

output "origin_health_revision" {
  description = "Changes whenever the alarm looks at something else, because Route 53 keeps a copy of its definition; null without origin_health."
  value       = one([for alarm in aws_cloudwatch_metric_alarm.no_healthy_target : sha1(jsonencode([alarm.dimensions, alarm.threshold, alarm.evaluation_periods]))])
}
