output "bucket_name" {
  description = "Name of the state bucket."
  value       = aws_s3_bucket.this.id
}

output "kms_key_arn" {
  description = "KMS key of the state."
  value       = aws_kms_key.this.arn
}

output "operator_policy_arn" {
  description = "Policy for the people and pipelines that run Terraform."
  value       = aws_iam_policy.operator.arn
}
