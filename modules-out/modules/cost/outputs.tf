output "anomaly_monitor_arn" {
  description = "ARN of the anomaly monitor that this module made; null when it made none."
  value       = one([for monitor in aws_ce_anomaly_monitor.this : monitor.arn])
}

output "budget_name" {
  description = "Name of the monthly budget."
  value       = aws_budgets_budget.monthly.name
}
