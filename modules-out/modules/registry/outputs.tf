output "repository_arns" {
  description = "Repository ARNs by service."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.arn }
}

output "repository_urls" {
  description = "Repository URLs by service."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.repository_url }
}
