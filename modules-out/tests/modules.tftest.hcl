# Each module alone: what it makes of its inputs, and what it refuses. `terraform test` in the folder above runs this
# without network and credentials.
mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name_prefix = "shop-test-use1"
  environment = "test"
  region      = "us-east-1"
  kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000001"
  vpc_id      = "vpc-00000000000000001"
}

run "vpc_spreads_over_its_zones" {
  command = plan

  module {
    source = "./modules/vpc"
  }

  variables {
    azs             = ["us-east-1a", "us-east-1b"]
    public_subnets  = ["10.0.1.0/24", "10.0.2.0/24"]
    private_subnets = ["10.0.11.0/24", "10.0.12.0/24"]
  }

  assert {
    condition     = aws_vpc.this.enable_dns_support && aws_vpc.this.enable_dns_hostnames
    error_message = "Names work inside the VPC."
  }

  assert {
    condition     = aws_subnet.public["us-east-1b"].cidr_block == "10.0.2.0/24" && aws_subnet.private["us-east-1a"].cidr_block == "10.0.11.0/24"
    error_message = "Each zone has the subnets at its place in the lists."
  }

  assert {
    condition     = aws_subnet.public["us-east-1a"].map_public_ip_on_launch && aws_subnet.private["us-east-1a"].map_public_ip_on_launch != true
    error_message = "Only public subnets give public addresses."
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 2 && length(aws_route.private_nat) == 2
    error_message = "Each zone has a NAT gateway of its own."
  }

  assert {
    condition     = length([for rule in values(aws_network_acl_rule.public) : rule if !rule.egress && rule.cidr_block == "0.0.0.0/0" && rule.protocol == "-1"]) == 0
    error_message = "The network ACL lets in no protocol from everywhere."
  }

  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL"
    error_message = "The flow log records all traffic."
  }
}

run "vpc_shares_one_nat_gateway" {
  command = plan

  module {
    source = "./modules/vpc"
  }

  variables {
    azs                = ["us-east-1a", "us-east-1b"]
    public_subnets     = ["10.0.1.0/24", "10.0.2.0/24"]
    private_subnets    = ["10.0.11.0/24", "10.0.12.0/24"]
    single_nat_gateway = true
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["us-east-1a"] && length(aws_route.private_nat) == 2
    error_message = "One NAT gateway serves both zones."
  }
}

run "vpc_refuses_uneven_subnets" {
  command = plan

  module {
    source = "./modules/vpc"
  }

  variables {
    azs             = ["us-east-1a", "us-east-1b"]
    public_subnets  = ["10.0.1.0/24", "10.0.2.0/24"]
    private_subnets = ["10.0.11.0/24"]
  }

  expect_failures = [var.private_subnets]
}

run "vpc_refuses_zones_of_another_region" {
  command = plan

  module {
    source = "./modules/vpc"
  }

  variables {
    azs             = ["us-west-2a", "us-west-2b"]
    public_subnets  = ["10.0.1.0/24", "10.0.2.0/24"]
    private_subnets = ["10.0.11.0/24", "10.0.12.0/24"]
  }

  expect_failures = [var.azs]
}

run "cluster_measures_and_has_both_kinds_of_fargate" {
  command = plan

  module {
    source = "./modules/ecs-cluster"
  }

  assert {
    condition     = one(aws_ecs_cluster.this.setting).value == "enabled"
    error_message = "Container Insights is on."
  }

  assert {
    condition     = aws_ecs_cluster_capacity_providers.this.capacity_providers == toset(["FARGATE", "FARGATE_SPOT"])
    error_message = "Tasks run on Fargate and on Fargate Spot."
  }
}

run "service_runs_as_the_spec_says" {
  command = plan

  module {
    source = "./modules/ecs-service"
  }

  variables {
    service_name                     = "web"
    cluster_arn                      = "arn:aws:ecs:us-east-1:123456789012:cluster/mock"
    cluster_name                     = "mock"
    private_subnets                  = ["subnet-00000000000000001", "subnet-00000000000000002"]
    image_repository                 = "public.ecr.aws/demo/web"
    image_tag                        = "v1"
    cpu                              = 512
    memory                           = 1024
    container_port                   = 8080
    desired_count                    = 2
    capacity_provider_strategy       = { FARGATE = { weight = 1, base = 1 } }
    load_balancer_security_group_ids = { alb = "sg-00000000000000001" }
  }

  assert {
    condition     = aws_ecs_task_definition.this["current"].network_mode == "awsvpc" && aws_ecs_task_definition.this["current"].cpu == "512" && aws_ecs_task_definition.this["current"].memory == "1024"
    error_message = "A task has the size of the spec and a network interface of its own."
  }

  assert {
    condition     = aws_ecs_service.autoscaled["current"].desired_count == 2 && aws_ecs_service.autoscaled["current"].deployment_circuit_breaker[0].rollback
    error_message = "The service has its tasks, and a deployment that fails goes back."
  }

  assert {
    condition     = aws_ecs_service.autoscaled["current"].network_configuration[0].assign_public_ip == false
    error_message = "Tasks have no public address."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.name == "/ecs/shop-test-use1/web" && aws_cloudwatch_log_group.this.retention_in_days == 30
    error_message = "The logs have a group of their own, which is kept for 30 days."
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.from_load_balancer) == ["alb"] && aws_vpc_security_group_ingress_rule.from_load_balancer["alb"].from_port == 8080 && aws_vpc_security_group_ingress_rule.from_load_balancer["alb"].to_port == 8080
    error_message = "Only the load balancer reaches the tasks, on their port."
  }

  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.web) == ["443", "80"]
    error_message = "Tasks reach the world on ports 80 and 443."
  }

  assert {
    condition     = aws_appautoscaling_target.this["current"].min_capacity == 2 && aws_appautoscaling_target.this["current"].max_capacity == 10 && aws_appautoscaling_target.this["current"].scalable_dimension == "ecs:service:DesiredCount"
    error_message = "The service has two to ten tasks."
  }

  assert {
    condition     = one(aws_appautoscaling_policy.tracking["cpu"].target_tracking_scaling_policy_configuration).target_value == 70 && one(aws_appautoscaling_policy.tracking["cpu"].target_tracking_scaling_policy_configuration).scale_out_cooldown == 300
    error_message = "CPU is kept at 70 percent, with 300 seconds between two steps."
  }
}

run "service_has_a_canary_of_its_own" {
  command = plan

  module {
    source = "./modules/ecs-service"
  }

  variables {
    service_name                     = "web"
    cluster_arn                      = "arn:aws:ecs:us-east-1:123456789012:cluster/mock"
    cluster_name                     = "mock"
    private_subnets                  = ["subnet-00000000000000001", "subnet-00000000000000002"]
    image_repository                 = "public.ecr.aws/demo/web"
    image_tag                        = "v1"
    cpu                              = 512
    memory                           = 1024
    container_port                   = 8080
    desired_count                    = 2
    capacity_provider_strategy       = { FARGATE = { weight = 1, base = 1 } }
    load_balancer_security_group_ids = { alb = "sg-00000000000000001" }
    canary                           = { enabled = true, image_tag = "v2", desired_count = 1 }
    target_group_arns = {
      current = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/current/0000000000000004"
      canary  = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/canary/0000000000000005"
    }
  }

  assert {
    condition     = aws_ecs_service.canary["canary"].desired_count == 1 && aws_ecs_service.canary["canary"].wait_for_steady_state
    error_message = "The canary has tasks of its own, which are up before it gets requests."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this["canary"].container_definitions)[0].image == "public.ecr.aws/demo/web:v2" && jsondecode(aws_ecs_task_definition.this["current"].container_definitions)[0].image == "public.ecr.aws/demo/web:v1"
    error_message = "The canary runs an image of its own."
  }

  assert {
    condition     = aws_ecs_task_definition.this["canary"].family != aws_ecs_task_definition.this["current"].family
    error_message = "The revisions of both do not mix."
  }
}

run "service_refuses_every_action" {
  command = plan

  module {
    source = "./modules/ecs-service"
  }

  variables {
    service_name                     = "web"
    cluster_arn                      = "arn:aws:ecs:us-east-1:123456789012:cluster/mock"
    cluster_name                     = "mock"
    private_subnets                  = ["subnet-00000000000000001", "subnet-00000000000000002"]
    image_repository                 = "public.ecr.aws/demo/web"
    image_tag                        = "v1"
    cpu                              = 512
    memory                           = 1024
    container_port                   = 8080
    desired_count                    = 2
    capacity_provider_strategy       = { FARGATE = { weight = 1, base = 1 } }
    load_balancer_security_group_ids = { alb = "sg-00000000000000001" }
    task_policy_statements           = { All = { actions = ["*"], resources = ["*"] } }
  }

  expect_failures = [var.task_policy_statements]
}

run "rule_shares_requests" {
  command = plan

  module {
    source = "./modules/alb-rule"
  }

  variables {
    service_name  = "web"
    listener_arn  = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/mock/0000000000000001/0000000000000002"
    origin_verify = { header = "X-Origin-Verify", values = ["not-a-real-secret"] }
    rules         = { "1" = { priority = 100, path_patterns = ["/api", "/api/*"] } }
    target_groups = {
      current = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/current/0000000000000004", weight = 85 }
      canary  = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/canary/0000000000000005", weight = 15 }
    }
  }

  assert {
    condition     = toset([for group in one(one(aws_lb_listener_rule.this["1"].action).forward).target_group : group.weight]) == toset([15, 85])
    error_message = "Both versions get their share."
  }

  assert {
    condition     = aws_lb_listener_rule.this["1"].priority == 100
    error_message = "The rule has the priority of the spec."
  }
}

run "rule_refuses_shares_that_are_no_percentages" {
  command = plan

  module {
    source = "./modules/alb-rule"
  }

  variables {
    service_name  = "web"
    listener_arn  = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/mock/0000000000000001/0000000000000002"
    origin_verify = { header = "X-Origin-Verify", values = ["not-a-real-secret"] }
    rules         = { "1" = { priority = 100, path_patterns = ["/api", "/api/*"] } }
    target_groups = {
      current = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/current/0000000000000004", weight = 80 }
      canary  = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/canary/0000000000000005", weight = 15 }
    }
  }

  expect_failures = [var.target_groups]
}

run "rule_refuses_reserved_priorities" {
  command = plan

  module {
    source = "./modules/alb-rule"
  }

  variables {
    service_name  = "web"
    listener_arn  = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/mock/0000000000000001/0000000000000002"
    origin_verify = { header = "X-Origin-Verify", values = ["not-a-real-secret"] }
    rules         = { "1" = { priority = 49000, path_patterns = ["/api"] } }
    target_groups = {
      current = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/current/0000000000000004" }
    }
  }

  expect_failures = [var.rules]
}

run "database_is_closed" {
  command = plan

  module {
    source = "./modules/database"
  }

  variables {
    name_prefix            = "shop-test-use1"
    environment            = "test"
    vpc_id                 = "vpc-00000000000000001"
    subnet_ids             = ["subnet-00000000000000001", "subnet-00000000000000002"]
    engine_version         = "16.6"
    parameter_group_family = "aurora-postgresql16"
    kms_key_arn            = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000001"
    backup_window          = "02:00-03:00"
    maintenance_window     = "sun:04:00-sun:05:00"
    role                   = "primary"
    global_name            = "shop-test"
    master_password        = "not-a-real-password"
    replica_autoscaling = {
      cpu_target = 70
      max        = 4
      min        = 1
    }
  }

  assert {
    condition     = aws_rds_cluster.this.storage_encrypted && aws_rds_cluster.this.deletion_protection && aws_rds_cluster.this.skip_final_snapshot == false && aws_rds_cluster.this.backup_retention_period == 30
    error_message = "Unless somebody says otherwise, a database is encrypted, protected, and keeps backups for 30 days."
  }

  assert {
    condition     = length(aws_rds_cluster_instance.this) == 2 && alltrue([for instance in values(aws_rds_cluster_instance.this) : instance.publicly_accessible == false && instance.monitoring_interval == 60])
    error_message = "Two instances, which nobody outside reaches, are measured every minute."
  }

  assert {
    condition     = length([for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter if contains(["rds.force_ssl", "require_secure_transport"], parameter.name)]) == 1
    error_message = "The database speaks TLS only."
  }
}

run "storage_closes_every_bucket" {
  command = plan

  module {
    source = "./modules/storage"
  }

  variables {
    static_site_enabled = true
  }

  assert {
    condition     = aws_s3_bucket_public_access_block.logs.restrict_public_buckets && aws_s3_bucket_public_access_block.files.restrict_public_buckets && aws_s3_bucket_public_access_block.backups.restrict_public_buckets && aws_s3_bucket_public_access_block.site[0].restrict_public_buckets
    error_message = "No bucket is public."
  }

  assert {
    condition     = aws_s3_bucket_versioning.logs.versioning_configuration[0].status == "Enabled" && aws_s3_bucket_versioning.files.versioning_configuration[0].status == "Enabled" && aws_s3_bucket_versioning.backups.versioning_configuration[0].status == "Enabled"
    error_message = "Every bucket keeps old versions."
  }
}

run "storage_refuses_logs_that_expire_before_glacier" {
  command = plan

  module {
    source = "./modules/storage"
  }

  variables {
    static_site_enabled = false
    log_glacier_days    = 90
    log_expiration_days = 30
  }

  expect_failures = [var.log_expiration_days]
}

run "alarms_have_the_figures_of_the_spec" {
  command = plan

  module {
    source = "./modules/monitoring"
  }

  variables {
    topic_arns = {
      critical = "arn:aws:sns:us-east-1:123456789012:critical"
      warning  = "arn:aws:sns:us-east-1:123456789012:warning"
      info     = "arn:aws:sns:us-east-1:123456789012:info"
    }
    clusters       = { services = "mock" }
    services       = { web = { cluster_name = "mock", service_name = "web", log_group_name = "/ecs/mock/web", min_tasks = 2 } }
    load_balancers = { services = "app/mock/0000000000000001" }
    backup = {
      schedule       = "cron(0 3 * * ? *)"
      retention_days = 30
      kms_key_arn    = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000001"
    }
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.service_cpu["web"].threshold == 80 && aws_cloudwatch_metric_alarm.service_memory["web"].threshold == 90 && aws_cloudwatch_metric_alarm.cluster_cpu["services"].threshold == 70
    error_message = "CPU above 80, memory above 90, and a cluster at 70 percent raise an alarm."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.service_tasks["web"].threshold == 2 && aws_cloudwatch_metric_alarm.service_tasks["web"].treat_missing_data == "breaching" && tolist(aws_cloudwatch_metric_alarm.service_tasks["web"].alarm_actions) == tolist(["arn:aws:sns:us-east-1:123456789012:critical"])
    error_message = "Too few tasks are critical, and so is no news of them."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.target_5xx["services"].threshold == 10 && aws_cloudwatch_metric_alarm.target_5xx["services"].period == 60
    error_message = "More than ten answers with 5XX in a minute raise an alarm."
  }

  assert {
    condition     = one(one(aws_backup_plan.this.rule).lifecycle).delete_after == 30
    error_message = "Backups are kept for 30 days."
  }
}

run "notifications_subscribe_each_address_once_per_severity" {
  command = plan

  module {
    source = "./modules/notifications"
  }

  variables {
    email_subscriptions = { critical = ["a@example.com"], info = ["a@example.com", "b@example.com"] }
    pagerduty_endpoints = { critical = "https://events.pagerduty.com/integration/00000000000000000000000000000000/enqueue" }
  }

  assert {
    condition     = toset(keys(aws_sns_topic.this)) == toset(["critical", "warning", "info"]) && length(aws_sns_topic_subscription.email) == 3
    error_message = "Three topics, and an e-mail for each address and severity."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.pagerduty) == 1
    error_message = "PagerDuty hears what is critical."
  }
}

run "notifications_refuse_plain_http" {
  command = plan

  module {
    source = "./modules/notifications"
  }

  variables {
    pagerduty_endpoints = { critical = "http://events.pagerduty.com/integration/00000000000000000000000000000000/enqueue" }
  }

  expect_failures = [var.pagerduty_endpoints]
}

run "certificate_shares_the_record_of_a_wildcard" {
  command = plan

  module {
    source = "./modules/certificate"
  }

  variables {
    domain_name               = "example.com"
    subject_alternative_names = ["*.example.com"]
    zone_id                   = "Z00000000000000000001"
  }

  assert {
    condition     = toset(keys(aws_route53_record.validation)) == toset(["example.com"])
    error_message = "A wildcard and its parent domain have one record."
  }
}

run "budget_tells_before_it_is_spent" {
  command = plan

  module {
    source = "./modules/cost"
  }

  variables {
    monthly_limit_usd   = 100
    topic_arn           = "arn:aws:sns:us-east-1:123456789012:info"
    cost_allocation_tag = { key = "Environment", value = "test" }
  }

  assert {
    condition     = aws_budgets_budget.monthly.limit_amount == "100.00" && toset([for notice in aws_budgets_budget.monthly.notification : notice.threshold]) == toset([80, 100])
    error_message = "The budget tells at 80 and at 100 percent."
  }

  assert {
    condition     = one(aws_budgets_budget.monthly.cost_filter).values == tolist(["user:Environment$test"])
    error_message = "The budget counts what carries the tag."
  }
}

run "cost_refuses_daily_notices_without_email" {
  command = plan

  module {
    source = "./modules/cost"
  }

  variables {
    monthly_limit_usd = 100
    topic_arn         = "arn:aws:sns:us-east-1:123456789012:info"
    notifications     = {}
    anomaly_detection = { frequency = "DAILY" }
  }

  expect_failures = [var.anomaly_detection]
}

run "detection_leaves_nothing_where_it_is_off" {
  command = plan

  module {
    source = "./modules/security"
  }

  variables {
    topic_arns         = { critical = "arn:aws:sns:us-east-1:123456789012:critical", warning = "arn:aws:sns:us-east-1:123456789012:warning" }
    guardduty_enabled  = false
    config_enabled     = false
    cloudtrail_enabled = false
  }

  assert {
    condition     = output.trail_arn == null && output.detector_id == null && output.config_recorder_name == null
    error_message = "What is off costs nothing."
  }
}
