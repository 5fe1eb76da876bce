# An account holds one detector per region.
resource "aws_guardduty_detector" "this" {
  #checkov:skip=CKV2_AWS_3:The check wants the settings of an organisation; this is one account
  count = var.guardduty_enabled ? 1 : 0

  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
  tags                         = merge(var.tags, { Name = var.name_prefix })
}

resource "aws_guardduty_detector_feature" "this" {
  for_each = var.guardduty_enabled ? var.guardduty_features : []

  detector_id = aws_guardduty_detector.this[0].id
  name        = each.key
  status      = "ENABLED"
}

locals {
  # GuardDuty calls 4 to 6.9 medium and 7 and above high.
  finding_severities = {
    critical = [{ numeric = [">=", 7] }]
    warning  = [{ numeric = [">=", 4, "<", 7] }]
  }
}

resource "aws_cloudwatch_event_rule" "guardduty" {
  for_each = { for severity, filter in local.finding_severities : severity => filter if var.guardduty_enabled }

  name        = "${var.name_prefix}-guardduty-${each.key}"
  description = "GuardDuty findings in ${var.region} (${var.environment}) for the topic ${each.key}"
  tags        = merge(var.tags, { Name = "${var.name_prefix}-guardduty-${each.key}", Severity = each.key })

  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail      = { severity = each.value }
  })
}

resource "aws_cloudwatch_event_target" "guardduty" {
  for_each = aws_cloudwatch_event_rule.guardduty

  rule = each.value.name
  arn  = var.topic_arns[each.key]
}
