data "aws_caller_identity" "current" {}

locals {
  severities = toset(["critical", "info", "warning"])

  email_subscriptions = merge([
    for severity, addresses in var.email_subscriptions : {
      for address in addresses : "${severity}/${address}" => { severity = severity, address = address }
    }
  ]...)
}

resource "aws_sns_topic" "this" {
  for_each = local.severities

  name              = "${var.name_prefix}-${each.key}"
  display_name      = "${var.name_prefix} ${each.key}"
  kms_master_key_id = var.kms_key_arn
  tags              = merge(var.tags, { Name = "${var.name_prefix}-${each.key}", Severity = each.key })
}

data "aws_iam_policy_document" "topic" {
  for_each = local.severities

  statement {
    sid       = "Publishers"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this[each.key].arn]

    principals {
      type        = "Service"
      identifiers = var.publisher_services
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  # These services name no source account when they publish, so a condition would shut them out.
  statement {
    sid       = "EventPublishers"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this[each.key].arn]

    principals {
      type        = "Service"
      identifiers = ["backup.amazonaws.com", "events.amazonaws.com"]
    }
  }

  statement {
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this[each.key].arn]

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
}

resource "aws_sns_topic_policy" "this" {
  for_each = local.severities

  arn    = aws_sns_topic.this[each.key].arn
  policy = data.aws_iam_policy_document.topic[each.key].json
}

# A subscription waits until its owner confirms it, and cannot be deleted before that.
resource "aws_sns_topic_subscription" "email" {
  for_each = local.email_subscriptions

  topic_arn = aws_sns_topic.this[each.value.severity].arn
  protocol  = "email"
  endpoint  = each.value.address
}

# The severities are no secret, the integration URLs are.
resource "aws_sns_topic_subscription" "pagerduty" {
  for_each = nonsensitive(toset(keys(var.pagerduty_endpoints)))

  topic_arn                       = aws_sns_topic.this[each.key].arn
  protocol                        = "https"
  endpoint                        = var.pagerduty_endpoints[each.key]
  endpoint_auto_confirms          = true
  confirmation_timeout_in_minutes = 5
}
