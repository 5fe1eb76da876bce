output "alb_arn_suffix" {
  description = "ARN suffix of the load balancer."
  value       = module.alb.alb_arn_suffix
}

output "alb_dns_name" {
  description = "DNS name of the load balancer."
  value       = module.alb.alb_dns_name
}

output "alb_zone_id" {
  description = "Hosted zone id of the load balancer."
  value       = module.alb.alb_zone_id
}

output "autoscaling_group_name" {
  description = "Name of the Auto Scaling group."
  value       = aws_autoscaling_group.this.name
}

output "instance_role_arn" {
  description = "Role of the instances."
  value       = aws_iam_role.this.arn
}

output "security_group_id" {
  description = "Security group of the instances."
  value       = aws_security_group.this.id
}

output "target_group_arn_suffix" {
  description = "ARN suffix of the target group."
  value       = module.alb.target_group_arn_suffixes[local.target_key]
}
