resource "aws_backup_vault" "this" {
  name        = "${var.name_prefix}-vault"
  kms_key_arn = var.backup.kms_key_arn
  tags        = var.tags
}

# Jobs that fail in the vault itself raise the alarms below; AWS Backup no longer sends notices of them.
resource "aws_backup_vault_notifications" "this" {
  backup_vault_name = aws_backup_vault.this.name
  sns_topic_arn     = var.topic_arns["warning"]

  backup_vault_events = [
    "COPY_JOB_FAILED",
    "RESTORE_JOB_COMPLETED",
    "S3_BACKUP_OBJECT_FAILED",
    "S3_RESTORE_OBJECT_FAILED",
  ]
}

resource "aws_cloudwatch_metric_alarm" "backup" {
  for_each = { expired = "NumberOfBackupJobsExpired", failed = "NumberOfBackupJobsFailed" }

  alarm_name          = "${var.name_prefix}-backup-${each.key}"
  alarm_description   = "A backup job of vault ${aws_backup_vault.this.name} (${var.environment}) has ${each.key}."
  namespace           = "AWS/Backup"
  metric_name         = each.value
  dimensions          = { BackupVaultName = aws_backup_vault.this.name }
  statistic           = "Sum"
  period              = 3600
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.warning
  ok_actions          = local.info
  tags                = var.tags
}

data "aws_partition" "current" {}

data "aws_iam_policy_document" "backup_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["backup.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "backup" {
  name               = "${var.name_prefix}-backup"
  description        = "Backups of ${var.name_prefix}"
  assume_role_policy = data.aws_iam_policy_document.backup_assume.json
  tags               = var.tags
}

resource "aws_iam_role_policy_attachment" "backup" {
  for_each = toset([
    "service-role/AWSBackupServiceRolePolicyForBackup",
    "service-role/AWSBackupServiceRolePolicyForRestores",
    "AWSBackupServiceRolePolicyForS3Backup",
    "AWSBackupServiceRolePolicyForS3Restore",
  ])

  role       = aws_iam_role.backup.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.key}"
}

resource "aws_backup_plan" "this" {
  name = "${var.name_prefix}-daily"
  tags = var.tags

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.this.name
    schedule          = var.backup.schedule
    start_window      = 60
    completion_window = 720

    lifecycle {
      delete_after = var.backup.retention_days
    }

    dynamic "copy_action" {
      for_each = var.enable_backup_copy ? [var.backup.copy_to_vault_arn] : []

      content {
        destination_vault_arn = copy_action.value

        lifecycle {
          delete_after = var.backup.retention_days
        }
      }
    }
  }
}

# Every resource of the environment that carries the tag Backup = true.
resource "aws_backup_selection" "this" {
  name         = "by-tag"
  plan_id      = aws_backup_plan.this.id
  iam_role_arn = aws_iam_role.backup.arn
  resources    = ["*"]

  condition {
    string_equals {
      key   = "aws:ResourceTag/Backup"
      value = "true"
    }

    string_equals {
      key   = "aws:ResourceTag/Environment"
      value = var.environment
    }
  }

  depends_on = [aws_iam_role_policy_attachment.backup]
}
