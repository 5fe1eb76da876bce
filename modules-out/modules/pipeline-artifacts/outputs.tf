output "store" {
  description = "Artifact store of the region: bucket, its ARN and its key, available once the bucket refuses plain HTTP."
  value = {
    bucket      = aws_s3_bucket.this.id
    bucket_arn  = aws_s3_bucket.this.arn
    kms_key_arn = var.kms_key_arn
  }

  depends_on = [aws_s3_bucket_policy.this, aws_s3_bucket_server_side_encryption_configuration.this]
}
