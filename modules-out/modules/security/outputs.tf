output "config_recorder_name" {
  description = "Name of the AWS Config recorder; null where there is none."
  value       = one(aws_config_configuration_recorder.this[*].name)
}

output "detector_id" {
  description = "Id of the GuardDuty detector; null where there is none."
  value       = one(aws_guardduty_detector.this[*].id)
}

output "trail_arn" {
  description = "ARN of the trail; null where there is none."
  value       = one(aws_cloudtrail.this[*].arn)
}
