output "alb_arn" {
  description = "ARN of the load balancer."
  value       = aws_lb.this.arn
}

output "alb_arn_suffix" {
  description = "ARN suffix of the load balancer, for CloudWatch dimensions."
  value       = aws_lb.this.arn_suffix
}

output "alb_dns_name" {
  description = "DNS name of the load balancer."
  value       = aws_lb.this.dns_name
}

output "alb_zone_id" {
  description = "Hosted zone id of the load balancer, for alias records."
  value       = aws_lb.this.zone_id
}

output "listener_arn" {
  description = "HTTPS listener, which carries the rules of the services."
  value       = local.listener_arn
}

output "security_group_id" {
  description = "Security group of the load balancer."
  value       = aws_security_group.this.id
}

output "target_group_arn_suffixes" {
  description = "Target group ARN suffixes by key, for CloudWatch dimensions and scaling labels."
  value       = { for key, group in aws_lb_target_group.this : key => group.arn_suffix }
}

output "target_group_arns" {
  description = "Target group ARNs by key, available once the load balancer knows them."
  value       = { for key, group in aws_lb_target_group.this : key => group.arn }

  depends_on = [
    aws_lb_listener.https,
    aws_lb_listener_rule.default,
    aws_lb_listener_rule.direct,
  ]
}

output "target_group_names" {
  description = "Target group names by key."
  value       = local.target_group_names
}
