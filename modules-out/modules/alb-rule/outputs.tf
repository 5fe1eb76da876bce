output "rule_arns" {
  description = "ARNs of the listener rules by key."
  value       = { for key, rule in aws_lb_listener_rule.this : key => rule.arn }
}

output "weights" {
  description = "Shares of the requests in percent by variant, as Terraform last set them."
  value       = { for variant, group in var.target_groups : variant => group.weight }
}
