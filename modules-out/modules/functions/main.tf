data "aws_caller_identity" "current" {}

locals {
  names     = { for key, function in var.functions : key => "${var.name_prefix}-${key}" }
  scheduled = { for key, function in var.functions : key => function if function.schedule != null }
}

# Lambda would create the group itself on the first call, without retention and key.
resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_338:Application logs are kept for 7 to 90 days; audit logs are kept for a year.
  for_each = var.functions

  name              = "/aws/lambda/${local.names[each.key]}"
  retention_in_days = var.log_retention_in_days
  kms_key_id        = var.kms_key_arn
  tags              = merge(var.tags, { Name = local.names[each.key] })
}

# Events that failed three times wait here for two weeks.
resource "aws_sqs_queue" "dead_letters" {
  for_each = var.functions

  name                      = "${local.names[each.key]}-dlq"
  message_retention_seconds = 1209600
  kms_master_key_id         = var.kms_key_arn
  tags                      = merge(var.tags, { Name = "${local.names[each.key]}-dlq" })
}

resource "aws_lambda_function" "this" {
  #checkov:skip=CKV_AWS_272:Whether code is signed, and by whom, is the owner's decision.
  #checkov:skip=CKV_AWS_117:A function stands in the VPC where the spec says in_vpc; none does.
  for_each = var.functions

  function_name                  = local.names[each.key]
  description                    = each.value.description
  role                           = aws_iam_role.this[each.key].arn
  package_type                   = each.value.image_uri == null ? "Zip" : "Image"
  image_uri                      = each.value.image_uri
  s3_bucket                      = each.value.s3_bucket
  s3_key                         = each.value.s3_key
  runtime                        = each.value.image_uri == null ? each.value.runtime : null
  handler                        = each.value.image_uri == null ? each.value.handler : null
  architectures                  = [each.value.architecture]
  memory_size                    = each.value.memory
  timeout                        = each.value.timeout
  reserved_concurrent_executions = each.value.reserved_concurrency
  kms_key_arn                    = length(each.value.environment_variables) > 0 ? var.kms_key_arn : null
  tags                           = merge(var.tags, { Name = local.names[each.key] })

  dynamic "environment" {
    for_each = length(each.value.environment_variables) > 0 ? [each.value.environment_variables] : []

    content {
      variables = environment.value
    }
  }

  dead_letter_config {
    target_arn = aws_sqs_queue.dead_letters[each.key].arn
  }

  tracing_config {
    mode = "Active"
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.this[each.key].name
  }

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_cloudwatch_event_rule" "schedule" {
  for_each = local.scheduled

  name                = "${local.names[each.key]}-schedule"
  description         = "Runs ${local.names[each.key]}"
  schedule_expression = each.value.schedule
  tags                = merge(var.tags, { Name = "${local.names[each.key]}-schedule" })
}

resource "aws_cloudwatch_event_target" "schedule" {
  for_each = local.scheduled

  rule = aws_cloudwatch_event_rule.schedule[each.key].name
  arn  = aws_lambda_function.this[each.key].arn
}

resource "aws_lambda_permission" "schedule" {
  for_each = local.scheduled

  statement_id   = "AllowSchedule"
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.this[each.key].function_name
  principal      = "events.amazonaws.com"
  source_arn     = aws_cloudwatch_event_rule.schedule[each.key].arn
  source_account = data.aws_caller_identity.current.account_id
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  for_each = var.functions

  alarm_name          = "${local.names[each.key]}-errors"
  alarm_description   = "Errors of ${local.names[each.key]}"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arns["warning"]]
  dimensions          = { FunctionName = aws_lambda_function.this[each.key].function_name }
  tags                = merge(var.tags, { Severity = "warning" })
}
