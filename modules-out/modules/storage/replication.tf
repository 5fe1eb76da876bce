locals {
  # Only the primary region is given targets.
  replicated = {
    files = aws_s3_bucket.files
  }
}

data "aws_iam_policy_document" "replication_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "replication" {
  for_each = var.replicas

  statement {
    sid       = "ReadSource"
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [local.replicated[each.key].arn]
  }

  statement {
    sid       = "ReadVersions"
    actions   = ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"]
    resources = ["${local.replicated[each.key].arn}/*"]
  }

  statement {
    sid       = "WriteReplicas"
    actions   = ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"]
    resources = ["${each.value.bucket_arn}/*"]
  }

  statement {
    sid       = "DecryptSource"
    actions   = ["kms:Decrypt"]
    resources = [var.kms_key_arn]
  }

  statement {
    sid       = "EncryptReplicas"
    actions   = ["kms:Encrypt", "kms:GenerateDataKey"]
    resources = [each.value.kms_key_arn]
  }
}

resource "aws_iam_role" "replication" {
  for_each = var.replicas

  name               = "${var.name_prefix}-${each.key}-replication"
  description        = "Copies ${var.environment} ${each.key} to another region"
  assume_role_policy = data.aws_iam_policy_document.replication_assume.json
  tags               = merge(var.tags, { Name = "${var.name_prefix}-${each.key}-replication" })
}

resource "aws_iam_role_policy" "replication" {
  for_each = var.replicas

  name   = "replicate"
  role   = aws_iam_role.replication[each.key].id
  policy = data.aws_iam_policy_document.replication[each.key].json
}

resource "aws_s3_bucket_replication_configuration" "this" {
  for_each = var.replicas

  bucket = local.replicated[each.key].id
  role   = aws_iam_role.replication[each.key].arn

  rule {
    id       = "all"
    status   = "Enabled"
    priority = 1

    filter {
      prefix = ""
    }

    delete_marker_replication {
      status = "Enabled"
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }

    destination {
      bucket        = each.value.bucket_arn
      storage_class = "STANDARD"

      encryption_configuration {
        replica_kms_key_id = each.value.kms_key_arn
      }
    }
  }

  # Replication needs versions on both sides; the target's come with its ARN.
  depends_on = [
    aws_iam_role_policy.replication,
    aws_s3_bucket_versioning.files,
  ]
}
