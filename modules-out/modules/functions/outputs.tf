output "function_arns" {
  description = "Function ARNs by name."
  value       = { for key, function in aws_lambda_function.this : key => function.arn }
}

output "role_arns" {
  description = "Role ARNs by name."
  value       = { for key, role in aws_iam_role.this : key => role.arn }
}
