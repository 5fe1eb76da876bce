output "distribution_arn" {
  description = "ARN of the distribution."
  value       = aws_cloudfront_distribution.this.arn
}

output "distribution_domain_name" {
  description = "Domain name that CloudFront gave the distribution."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "distribution_id" {
  description = "Id of the distribution."
  value       = aws_cloudfront_distribution.this.id
}

output "health_check_ids" {
  description = "Route 53 health checks by role."
  value       = merge({ primary = aws_route53_health_check.primary.id }, { for check in aws_route53_health_check.secondary : "secondary" => check.id })
}

output "urls" {
  description = "Public addresses of the site."
  value       = [for alias in var.aliases : "https://${alias}"]
}

output "web_acl_arn" {
  description = "ARN of the web ACL."
  value       = aws_wafv2_web_acl.this.arn
}
