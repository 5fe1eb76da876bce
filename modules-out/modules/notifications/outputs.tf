output "topic_arns" {
  description = "Topic ARNs by severity: critical, warning, info."
  value       = { for severity, topic in aws_sns_topic.this : severity => topic.arn }

  # A publisher is refused until the policy is in place.
  depends_on = [aws_sns_topic_policy.this]
}
