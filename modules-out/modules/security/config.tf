# An account holds one recorder per region.
resource "aws_s3_bucket" "config" {
  #checkov:skip=CKV_AWS_18:The trail records who reads and writes the bucket
  #checkov:skip=CKV_AWS_144:Audit records are no application data; the trail covers all regions
  #checkov:skip=CKV2_AWS_62:Nothing consumes events of the bucket
  count = var.config_enabled ? 1 : 0

  bucket = "${var.name_prefix}-config-${local.account_id}"
  tags   = merge(var.tags, { Name = "${var.name_prefix}-config", Backup = "false" })
}

resource "aws_s3_bucket_public_access_block" "config" {
  count = var.config_enabled ? 1 : 0

  bucket                  = aws_s3_bucket.config[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "config" {
  count = var.config_enabled ? 1 : 0

  bucket = aws_s3_bucket.config[0].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "config" {
  count = var.config_enabled ? 1 : 0

  bucket = aws_s3_bucket.config[0].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "config" {
  count = var.config_enabled ? 1 : 0

  bucket = aws_s3_bucket.config[0].id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.audit[0].arn
    }
  }
}

# Records that were deleted or replaced are kept as long as the others.
resource "aws_s3_bucket_lifecycle_configuration" "config" {
  count = var.config_enabled ? 1 : 0

  bucket = aws_s3_bucket.config[0].id

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

  depends_on = [aws_s3_bucket_versioning.config]
}

data "aws_iam_policy_document" "config_bucket" {
  count = var.config_enabled ? 1 : 0

  statement {
    sid     = "DenyPlainHttp"
    effect  = "Deny"
    actions = ["s3:*"]
    resources = [
      aws_s3_bucket.config[0].arn,
      "${aws_s3_bucket.config[0].arn}/*",
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
    actions   = ["s3:GetBucketAcl", "s3:ListBucket"]
    resources = [aws_s3_bucket.config[0].arn]

    principals {
      type        = "Service"
      identifiers = ["config.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account_id]
    }
  }

  statement {
    sid       = "Delivery"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.config[0].arn}/AWSLogs/${local.account_id}/Config/*"]

    principals {
      type        = "Service"
      identifiers = ["config.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account_id]
    }
  }
}

resource "aws_s3_bucket_policy" "config" {
  count = var.config_enabled ? 1 : 0

  bucket = aws_s3_bucket.config[0].id
  policy = data.aws_iam_policy_document.config_bucket[0].json

  depends_on = [aws_s3_bucket_public_access_block.config]
}

data "aws_iam_policy_document" "config_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["config.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account_id]
    }
  }
}

# The managed policy reads the configuration of resources; the records are written with this one.
data "aws_iam_policy_document" "config_delivery" {
  count = var.config_enabled ? 1 : 0

  statement {
    sid       = "CheckBucket"
    actions   = ["s3:GetBucketAcl", "s3:ListBucket"]
    resources = [aws_s3_bucket.config[0].arn]
  }

  statement {
    sid       = "WriteRecords"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.config[0].arn}/AWSLogs/${local.account_id}/Config/*"]

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }
  }

  statement {
    sid       = "EncryptRecords"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.audit[0].arn]
  }
}

resource "aws_iam_role" "config" {
  count = var.config_enabled ? 1 : 0

  name               = "${var.name_prefix}-config"
  description        = "Records the configuration of ${var.environment} resources in ${var.region}"
  assume_role_policy = data.aws_iam_policy_document.config_assume.json
  tags               = merge(var.tags, { Name = "${var.name_prefix}-config" })
}

resource "aws_iam_role_policy" "config" {
  count = var.config_enabled ? 1 : 0

  name   = "deliver-records"
  role   = aws_iam_role.config[0].id
  policy = data.aws_iam_policy_document.config_delivery[0].json
}

resource "aws_iam_role_policy_attachment" "config" {
  count = var.config_enabled ? 1 : 0

  role       = aws_iam_role.config[0].name
  policy_arn = "arn:${local.partition}:iam::aws:policy/service-role/AWS_ConfigRole"
}

resource "aws_config_configuration_recorder" "this" {
  #checkov:skip=CKV2_AWS_48:Resources that belong to no region are recorded in one region only
  count = var.config_enabled ? 1 : 0

  name     = var.name_prefix
  role_arn = aws_iam_role.config[0].arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = var.config_record_global_resources
  }
}

# AWS asks for this order: recorder, delivery channel, start, rules.
resource "aws_config_delivery_channel" "this" {
  count = var.config_enabled ? 1 : 0

  name           = var.name_prefix
  s3_bucket_name = aws_s3_bucket.config[0].id
  s3_kms_key_arn = aws_kms_key.audit[0].arn

  snapshot_delivery_properties {
    delivery_frequency = "TwentyFour_Hours"
  }

  depends_on = [
    aws_config_configuration_recorder.this,
    aws_iam_role_policy.config,
    aws_iam_role_policy_attachment.config,
    aws_s3_bucket_policy.config,
  ]
}

resource "aws_config_configuration_recorder_status" "this" {
  count = var.config_enabled ? 1 : 0

  name       = aws_config_configuration_recorder.this[0].name
  is_enabled = true

  depends_on = [aws_config_delivery_channel.this]
}

resource "aws_config_config_rule" "this" {
  for_each = { for name, identifier in var.config_rules : name => identifier if var.config_enabled }

  name = "${var.name_prefix}-${each.key}"
  tags = merge(var.tags, { Name = "${var.name_prefix}-${each.key}" })

  source {
    owner             = "AWS"
    source_identifier = each.value
  }

  depends_on = [aws_config_configuration_recorder_status.this]
}
