output "bucket_arns" {
  description = "Bucket ARNs by name, available once the buckets keep versions."
  value = {
    backups = aws_s3_bucket.backups.arn
    files   = aws_s3_bucket.files.arn
    logs    = aws_s3_bucket.logs.arn
  }

  # A bucket without versions can be no target of replication.
  depends_on = [
    aws_s3_bucket_versioning.backups,
    aws_s3_bucket_versioning.files,
    aws_s3_bucket_versioning.logs,
  ]
}

output "logs_bucket_arn" {
  description = "ARN of the log bucket, available once it accepts logs."
  value       = aws_s3_bucket.logs.arn

  depends_on = [aws_s3_bucket_ownership_controls.logs, aws_s3_bucket_policy.logs]
}

output "logs_bucket_id" {
  description = "Name of the log bucket, available once it accepts logs."
  value       = aws_s3_bucket.logs.id

  depends_on = [
    aws_s3_bucket_ownership_controls.logs,
    aws_s3_bucket_policy.logs,
    aws_s3_bucket_server_side_encryption_configuration.logs,
  ]
}

output "static_site" {
  description = "Bucket of the static site for the CDN; null in the other regions."
  value = one([for bucket in aws_s3_bucket.site : {
    bucket_arn                  = bucket.arn
    bucket_id                   = bucket.id
    bucket_regional_domain_name = bucket.bucket_regional_domain_name
  }])
}
