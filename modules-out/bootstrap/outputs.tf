output "bucket_name" {
  description = "State bucket, as backend.tf names it."
  value       = module.state_backend.bucket_name
}

output "kms_key_arn" {
  description = "KMS key of the state."
  value       = module.state_backend.kms_key_arn
}

output "operator_policy_arn" {
  description = "Policy to attach to the people and pipelines that run Terraform."
  value       = module.state_backend.operator_policy_arn
}
