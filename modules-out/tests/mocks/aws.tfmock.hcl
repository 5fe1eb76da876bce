# What the providers of the tests answer where a made-up word would be refused: ARNs, policies, validation records.

mock_data "aws_caller_identity" {
  defaults = { account_id = "123456789012" }
}

mock_data "aws_iam_policy_document" {
  defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
}

mock_data "aws_partition" {
  defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
}

mock_data "aws_secretsmanager_secret" {
  defaults = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:mock-AbCdEf" }
}

mock_data "aws_subnets" {
  defaults = { ids = ["subnet-00000000000000001", "subnet-00000000000000002"] }
}

# The names of every environment: a certificate asks for a record of each.
mock_resource "aws_acm_certificate" {
  defaults = {
    arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000001"
    domain_validation_options = [
      {
        domain_name           = "dev.example.com"
        resource_record_name  = "_mock.dev.example.com"
        resource_record_type  = "CNAME"
        resource_record_value = "_mock.acm-validations.aws"
      },
      {
        domain_name           = "*.dev.example.com"
        resource_record_name  = "_mock.dev.example.com"
        resource_record_type  = "CNAME"
        resource_record_value = "_mock.acm-validations.aws"
      },
      {
        domain_name           = "example.com"
        resource_record_name  = "_mock.example.com"
        resource_record_type  = "CNAME"
        resource_record_value = "_mock.acm-validations.aws"
      },
      {
        domain_name           = "*.example.com"
        resource_record_name  = "_mock.example.com"
        resource_record_type  = "CNAME"
        resource_record_value = "_mock.acm-validations.aws"
      },
      {
        domain_name           = "staging.example.com"
        resource_record_name  = "_mock.staging.example.com"
        resource_record_type  = "CNAME"
        resource_record_value = "_mock.acm-validations.aws"
      },
      {
        domain_name           = "*.staging.example.com"
        resource_record_name  = "_mock.staging.example.com"
        resource_record_type  = "CNAME"
        resource_record_value = "_mock.acm-validations.aws"
      },
    ]
  }
}

mock_resource "aws_acm_certificate_validation" {
  defaults = { certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000001" }
}

mock_resource "aws_appautoscaling_policy" {
  defaults = { arn = "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:mock" }
}

mock_resource "aws_autoscaling_group" {
  defaults = { arn = "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:mock" }
}

mock_resource "aws_backup_vault" {
  defaults = { arn = "arn:aws:backup:us-east-1:123456789012:backup-vault:mock" }
}

mock_resource "aws_ce_anomaly_monitor" {
  defaults = { arn = "arn:aws:ce::123456789012:anomalymonitor/00000000-0000-0000-0000-000000000001" }
}

mock_resource "aws_chatbot_slack_channel_configuration" {
  defaults = { chat_configuration_arn = "arn:aws:chatbot::123456789012:chat-configuration/slack-channel/mock" }
}

mock_resource "aws_cloudfront_distribution" {
  defaults = {
    arn            = "arn:aws:cloudfront::123456789012:distribution/EMOCK"
    domain_name    = "mock.cloudfront.net"
    hosted_zone_id = "Z2FDTNDATAQYW2"
  }
}

mock_resource "aws_cloudtrail" {
  defaults = { arn = "arn:aws:cloudtrail:us-east-1:123456789012:trail/mock" }
}

mock_resource "aws_cloudwatch_event_rule" {
  defaults = { arn = "arn:aws:events:us-east-1:123456789012:rule/mock" }
}

mock_resource "aws_cloudwatch_log_delivery_destination" {
  defaults = { arn = "arn:aws:logs:us-east-1:123456789012:delivery-destination:mock" }
}

mock_resource "aws_cloudwatch_log_group" {
  defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:mock" }
}

mock_resource "aws_cloudwatch_metric_alarm" {
  defaults = { arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:mock" }
}

mock_resource "aws_codebuild_project" {
  defaults = { arn = "arn:aws:codebuild:us-east-1:123456789012:project/mock" }
}

mock_resource "aws_codepipeline" {
  defaults = { arn = "arn:aws:codepipeline:us-east-1:123456789012:mock" }
}

mock_resource "aws_ecr_repository" {
  defaults = { arn = "arn:aws:ecr:us-east-1:123456789012:repository/mock" }
}

mock_resource "aws_ecs_cluster" {
  defaults = { arn = "arn:aws:ecs:us-east-1:123456789012:cluster/mock" }
}

mock_resource "aws_ecs_task_definition" {
  defaults = { arn = "arn:aws:ecs:us-east-1:123456789012:task-definition/mock:1" }
}

mock_resource "aws_elasticache_replication_group" {
  defaults = { arn = "arn:aws:elasticache:us-east-1:123456789012:replicationgroup:mock" }
}

mock_resource "aws_iam_instance_profile" {
  defaults = { arn = "arn:aws:iam::123456789012:instance-profile/mock" }
}

mock_resource "aws_iam_role" {
  defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
}

mock_resource "aws_kms_key" {
  defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000001" }
}

mock_resource "aws_lambda_function" {
  defaults = { arn = "arn:aws:lambda:us-east-1:123456789012:function:mock" }
}

mock_resource "aws_launch_template" {
  defaults = { id = "lt-00000000000000001", latest_version = 1 }
}

mock_resource "aws_lb" {
  defaults = {
    arn        = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/mock/0000000000000001"
    arn_suffix = "app/mock/0000000000000001"
    dns_name   = "mock.us-east-1.elb.amazonaws.com"
    zone_id    = "Z35SXDOTRQ7X7K"
  }
}

mock_resource "aws_lb_listener" {
  defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/mock/0000000000000001/0000000000000002" }
}

mock_resource "aws_lb_listener_rule" {
  defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/mock/0000000000000001/0000000000000002/0000000000000003" }
}

mock_resource "aws_lb_target_group" {
  defaults = {
    arn        = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/mock/0000000000000004"
    arn_suffix = "targetgroup/mock/0000000000000004"
  }
}

mock_resource "aws_rds_cluster" {
  defaults = { arn = "arn:aws:rds:us-east-1:123456789012:cluster:mock" }
}

mock_resource "aws_s3_bucket" {
  defaults = {
    arn                         = "arn:aws:s3:::mock"
    bucket_regional_domain_name = "mock.s3.us-east-1.amazonaws.com"
  }
}

mock_resource "aws_secretsmanager_secret" {
  defaults = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:mock-AbCdEf" }
}

mock_resource "aws_sns_topic" {
  defaults = { arn = "arn:aws:sns:us-east-1:123456789012:mock" }
}

mock_resource "aws_sqs_queue" {
  defaults = { arn = "arn:aws:sqs:us-east-1:123456789012:mock" }
}

mock_resource "aws_vpc" {
  defaults = { arn = "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-00000000000000001", ipv6_cidr_block = "2600:1f16:1::/56" }
}

mock_resource "aws_wafv2_web_acl" {
  defaults = { arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/mock/00000000-0000-0000-0000-000000000001" }
}
