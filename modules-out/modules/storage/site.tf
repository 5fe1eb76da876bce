# The static site, private: CloudFront reads it by its origin access control. Its policy stands in the module cdn,
# because it names the distribution.
resource "aws_s3_bucket" "site" {
  #checkov:skip=CKV_AWS_144:storage.replicate of the specification decides which buckets are replicated, in the primary region
  #checkov:skip=CKV2_AWS_62:Nothing consumes events of the bucket
  count = var.static_site_enabled ? 1 : 0

  # The name is unique in the world by the account id.
  bucket        = "${var.name_prefix}-site-${local.account_id}"
  force_destroy = var.force_destroy
  tags          = merge(var.tags, { Name = "${var.name_prefix}-site", Backup = "false" })
}

resource "aws_s3_bucket_public_access_block" "site" {
  count = var.static_site_enabled ? 1 : 0

  bucket                  = aws_s3_bucket.site[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "site" {
  count = var.static_site_enabled ? 1 : 0

  bucket = aws_s3_bucket.site[0].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "site" {
  count = var.static_site_enabled ? 1 : 0

  bucket = aws_s3_bucket.site[0].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "site" {
  count = var.static_site_enabled ? 1 : 0

  bucket = aws_s3_bucket.site[0].id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "site" {
  count = var.static_site_enabled ? 1 : 0

  bucket = aws_s3_bucket.site[0].id

  rule {
    id     = "housekeeping"
    status = "Enabled"

    filter {
      prefix = ""
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    expiration {
      expired_object_delete_marker = true
    }

    noncurrent_version_expiration {
      noncurrent_days = var.noncurrent_expiration_days
    }
  }

  depends_on = [aws_s3_bucket_versioning.site]
}

resource "aws_s3_bucket_logging" "site" {
  count = var.static_site_enabled ? 1 : 0

  bucket        = aws_s3_bucket.site[0].id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "s3/site/"

  # S3 delivers nothing until the log bucket admits it.
  depends_on = [aws_s3_bucket_policy.logs]
}
