data "aws_partition" "current" {}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["chatbot.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = "${var.name_prefix}-chatbot"
  description        = "Shows ${var.environment} metrics in Slack"
  assume_role_policy = data.aws_iam_policy_document.assume.json
  tags               = merge(var.tags, { Name = "${var.name_prefix}-chatbot" })
}

resource "aws_iam_role_policy_attachment" "this" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/CloudWatchReadOnlyAccess"
}

# An account holds one configuration per Slack channel, so one takes the topics of all regions. The workspace must be
# authorised once in the console of Amazon Q Developer in chat applications.
resource "aws_chatbot_slack_channel_configuration" "this" {
  configuration_name    = "${var.name_prefix}-alerts"
  iam_role_arn          = aws_iam_role.this.arn
  slack_team_id         = var.slack_team_id
  slack_channel_id      = var.slack_channel_id
  sns_topic_arns        = var.topic_arns
  guardrail_policy_arns = ["arn:${data.aws_partition.current.partition}:iam::aws:policy/CloudWatchReadOnlyAccess"]
  logging_level         = "ERROR"
  tags                  = merge(var.tags, { Name = "${var.name_prefix}-alerts" })
}
