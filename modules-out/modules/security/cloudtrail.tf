# One trail records all regions, so one region holds it.
resource "aws_s3_bucket" "trail" {
  #checkov:skip=CKV_AWS_18:The trail records who reads and writes the bucket
  #checkov:skip=CKV_AWS_144:Audit records are no application data; the trail covers all regions
  #checkov:skip=CKV2_AWS_62:Nothing consumes events of the bucket
  count = var.cloudtrail_enabled ? 1 : 0

  bucket = "${var.name_prefix}-trail-${local.account_id}"
  tags   = merge(var.tags, { Name = "${var.name_prefix}-trail", Backup = "false" })
}

resource "aws_s3_bucket_public_access_block" "trail" {
  count = var.cloudtrail_enabled ? 1 : 0

  bucket                  = aws_s3_bucket.trail[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "trail" {
  count = var.cloudtrail_enabled ? 1 : 0

  bucket = aws_s3_bucket.trail[0].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "trail" {
  count = var.cloudtrail_enabled ? 1 : 0

  bucket = aws_s3_bucket.trail[0].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "trail" {
  count = var.cloudtrail_enabled ? 1 : 0

  bucket = aws_s3_bucket.trail[0].id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.audit[0].arn
    }
  }
}

# Records that were deleted or replaced are kept as long as the others.
resource "aws_s3_bucket_lifecycle_configuration" "trail" {
  count = var.cloudtrail_enabled ? 1 : 0

  bucket = aws_s3_bucket.trail[0].id

  rule {
    id     = "archive"
    status = "Enabled"

    filter {
      prefix = ""
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    expiration {
      days = var.audit_retention_days
    }

    noncurrent_version_expiration {
      noncurrent_days = var.audit_retention_days
    }

    transition {
      days          = 90
      storage_class = "GLACIER"
    }
  }

  depends_on = [aws_s3_bucket_versioning.trail]
}

data "aws_iam_policy_document" "trail_bucket" {
  count = var.cloudtrail_enabled ? 1 : 0

  statement {
    sid     = "DenyPlainHttp"
    effect  = "Deny"
    actions = ["s3:*"]
    resources = [
      aws_s3_bucket.trail[0].arn,
      "${aws_s3_bucket.trail[0].arn}/*",
    ]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  statement {
    sid       = "AclCheck"
    actions   = ["s3:GetBucketAcl"]
    resources = [aws_s3_bucket.trail[0].arn]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }

  statement {
    sid       = "Delivery"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.trail[0].arn}/AWSLogs/${local.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }
}

resource "aws_s3_bucket_policy" "trail" {
  count = var.cloudtrail_enabled ? 1 : 0

  bucket = aws_s3_bucket.trail[0].id
  policy = data.aws_iam_policy_document.trail_bucket[0].json

  depends_on = [aws_s3_bucket_public_access_block.trail]
}

resource "aws_cloudwatch_log_group" "trail" {
  count = var.cloudtrail_enabled ? 1 : 0

  name              = "/aws/cloudtrail/${var.name_prefix}"
  retention_in_days = var.log_retention_in_days
  kms_key_id        = aws_kms_key.audit[0].arn
  tags              = merge(var.tags, { Name = "${var.name_prefix}-cloudtrail" })
}

data "aws_iam_policy_document" "trail_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "trail_logs" {
  count = var.cloudtrail_enabled ? 1 : 0

  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.trail[0].arn}:*"]
  }
}

resource "aws_iam_role" "trail" {
  count = var.cloudtrail_enabled ? 1 : 0

  name               = "${var.name_prefix}-cloudtrail"
  description        = "Writes the trail to CloudWatch Logs"
  assume_role_policy = data.aws_iam_policy_document.trail_assume.json
  tags               = merge(var.tags, { Name = "${var.name_prefix}-cloudtrail" })
}

resource "aws_iam_role_policy" "trail" {
  count = var.cloudtrail_enabled ? 1 : 0

  name   = "write-logs"
  role   = aws_iam_role.trail[0].id
  policy = data.aws_iam_policy_document.trail_logs[0].json
}

resource "aws_cloudtrail" "this" {
  #checkov:skip=CKV_AWS_252:Nothing reads delivery notices; alerts come from GuardDuty and CloudWatch
  count = var.cloudtrail_enabled ? 1 : 0

  name                          = var.name_prefix
  s3_bucket_name                = aws_s3_bucket.trail[0].id
  kms_key_id                    = aws_kms_key.audit[0].arn
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  cloud_watch_logs_group_arn    = "${aws_cloudwatch_log_group.trail[0].arn}:*"
  cloud_watch_logs_role_arn     = aws_iam_role.trail[0].arn
  tags                          = merge(var.tags, { Name = var.name_prefix })

  # CloudTrail tries to write while it is made.
  depends_on = [aws_iam_role_policy.trail, aws_s3_bucket_policy.trail]
}
