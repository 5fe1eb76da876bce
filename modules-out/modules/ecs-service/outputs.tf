output "execution_role_arn" {
  description = "Role that starts the tasks."
  value       = aws_iam_role.execution.arn
}

output "log_group_name" {
  description = "Log group of the service."
  value       = aws_cloudwatch_log_group.this.name
}

output "security_group_id" {
  description = "Security group of the tasks."
  value       = aws_security_group.this.id
}

output "service_names" {
  description = "ECS service names by variant."
  value       = { for variant, service in merge(local.current, aws_ecs_service.canary) : variant => service.name }
}

output "target_group_arns" {
  description = "Target group ARNs by variant, available once the services are up, so that their public routes follow them."
  value       = var.target_group_arns

  depends_on = [
    aws_ecs_service.autoscaled,
    aws_ecs_service.canary,
    aws_ecs_service.fixed,
    aws_ecs_service.pipeline_autoscaled,
  ]
}

output "task_definition_arns" {
  description = "Task definition ARNs by variant, as Terraform last registered them."
  value       = { for variant, definition in aws_ecs_task_definition.this : variant => definition.arn }
}

output "task_role_arn" {
  description = "Role of the application."
  value       = aws_iam_role.task.arn
}
