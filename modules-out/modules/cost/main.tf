locals {
  anomalies = var.anomaly_detection.enabled ? { this = var.anomaly_detection } : {}

  # An account holds one monitor of its services; AWS makes one itself in accounts where Cost Explorer is new.
  monitors = { for key, detection in local.anomalies : key => detection if detection.existing_monitor_arn == null }

  # Immediate notices go to SNS only, daily and weekly ones to e-mail only.
  subscribers = var.anomaly_detection.frequency == "IMMEDIATE" ? [{ type = "SNS", address = var.topic_arn }] : [
    for address in var.email_addresses : { type = "EMAIL", address = address }
  ]
}

resource "aws_budgets_budget" "monthly" {
  name         = "${var.name_prefix}-monthly"
  budget_type  = "COST"
  limit_amount = format("%.2f", var.monthly_limit_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  tags         = merge(var.tags, { Name = "${var.name_prefix}-monthly" })

  dynamic "cost_filter" {
    for_each = var.cost_allocation_tag == null ? [] : [var.cost_allocation_tag]

    content {
      name   = "TagKeyValue"
      values = [format("user:%s$%s", cost_filter.value.key, cost_filter.value.value)]
    }
  }

  dynamic "notification" {
    for_each = var.notifications

    content {
      comparison_operator        = "GREATER_THAN"
      notification_type          = notification.value.type
      threshold                  = notification.value.percent
      threshold_type             = "PERCENTAGE"
      subscriber_email_addresses = var.email_addresses
      subscriber_sns_topic_arns  = [var.topic_arn]
    }
  }
}

resource "aws_ce_anomaly_monitor" "this" {
  for_each = local.monitors

  name              = "${var.name_prefix}-services"
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
  tags              = merge(var.tags, { Name = "${var.name_prefix}-services" })
}

resource "aws_ce_anomaly_subscription" "this" {
  for_each = local.anomalies

  name             = "${var.name_prefix}-anomalies"
  frequency        = each.value.frequency
  monitor_arn_list = [each.value.existing_monitor_arn == null ? aws_ce_anomaly_monitor.this[each.key].arn : each.value.existing_monitor_arn]
  tags             = merge(var.tags, { Name = "${var.name_prefix}-anomalies" })

  dynamic "subscriber" {
    for_each = local.subscribers

    content {
      type    = subscriber.value.type
      address = subscriber.value.address
    }
  }

  threshold_expression {
    dimension {
      key           = "ANOMALY_TOTAL_IMPACT_ABSOLUTE"
      match_options = ["GREATER_THAN_OR_EQUAL"]
      values        = [tostring(each.value.threshold_usd)]
    }
  }
}
