# Environment staging, planned without network and credentials: `terraform test` in the folder above.
mock_provider "aws" {
  alias  = "us_east_1"
  source = "./tests/mocks"
}

mock_provider "aws" {
  alias  = "us_west_2"
  source = "./tests/mocks"
}

variables {
  # Environment staging: values only. What exists is the same in every environment.
  # Secrets are not here: give them as TF_VAR_ variables (README.md names them).

  environment            = "staging"
  environment_short_name = "stg"
  enabled_regions        = ["us-east-1", "us-west-2"]
  owns_account_resources = false

  networks = {
    us-east-1 = {
      vpc_cidr                = "10.0.0.0/16"
      azs                     = ["us-east-1a", "us-east-1b", "us-east-1c"]
      public_subnets          = ["10.0.101.0/24", "10.0.102.0/24", "10.0.103.0/24"]
      private_subnets         = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
      database_subnets        = []
      single_nat_gateway      = true
      flow_log_retention_days = 90
    }
    us-west-2 = {
      vpc_cidr                = "10.1.0.0/16"
      azs                     = ["us-west-2a", "us-west-2b"]
      public_subnets          = ["10.1.1.0/24", "10.1.2.0/24"]
      private_subnets         = ["10.1.11.0/24", "10.1.12.0/24"]
      database_subnets        = ["10.1.21.0/24", "10.1.22.0/24"]
      single_nat_gateway      = true
      flow_log_retention_days = 90
    }
  }

  dns = {
    domain = "staging.example.com"
    zone   = "staging.example.com"
  }

  certificate = {
    domain_name               = "staging.example.com"
    subject_alternative_names = ["*.staging.example.com"]
  }

  load_balancer = {
    deletion_protection = true
    idle_timeout        = 60
  }

  services = {
    admin = {
      image_repository      = "123456789012.dkr.ecr.{region}.amazonaws.com/shop/admin"
      image_tag             = "v1"
      cpu                   = 256
      memory                = 512
      ephemeral_storage_gib = 20
      desired_count         = 2
      region_desired_count = {
        us-west-2 = 1
      }
      capacity_provider_strategy = {
        FARGATE = {
          base   = 1
          weight = 1
        }
        FARGATE_SPOT = {
          base   = 0
          weight = 1
        }
      }
      stop_timeout       = 30
      log_retention_days = 90
      environment        = {}
      health_check = {
        healthy_threshold   = 2
        interval            = 30
        matcher             = "200-399"
        path                = "/health"
        timeout             = 5
        unhealthy_threshold = 3
      }
      health_check_grace_period = 60
      deployment = {
        minimum_healthy_percent = 100
        maximum_percent         = 200
      }
      autoscaling = {
        cpu_scale_in        = 50
        cpu_target          = 70
        custom_metrics      = {}
        enabled             = false
        max_capacity        = 10
        memory_scale_in     = 60
        memory_target       = 80
        min_capacity        = 2
        mode                = "target_tracking"
        requests_per_target = null
        scale_in_cooldown   = 300
        scale_out_cooldown  = 300
      }
      rules = {
        "1" = {
          priority      = 200
          path_patterns = []
          host_headers  = ["admin.staging.example.com"]
        }
      }
    }
    api = {
      image_repository      = "123456789012.dkr.ecr.{region}.amazonaws.com/shop/api"
      image_tag             = "v1"
      cpu                   = 1024
      memory                = 2048
      ephemeral_storage_gib = 20
      desired_count         = 2
      region_desired_count  = {}
      capacity_provider_strategy = {
        FARGATE = {
          base   = 1
          weight = 1
        }
        FARGATE_SPOT = {
          base   = 0
          weight = 1
        }
      }
      stop_timeout       = 30
      log_retention_days = 30
      environment = {
        LOG_LEVEL = "info"
      }
      health_check = {
        healthy_threshold   = 2
        interval            = 30
        matcher             = "200-399"
        path                = "/health"
        timeout             = 5
        unhealthy_threshold = 3
      }
      health_check_grace_period = 60
      deployment = {
        minimum_healthy_percent = 100
        maximum_percent         = 200
      }
      autoscaling = {
        cpu_scale_in        = 50
        cpu_target          = 70
        custom_metrics      = {}
        enabled             = true
        max_capacity        = 4
        memory_scale_in     = 60
        memory_target       = 80
        min_capacity        = 2
        mode                = "target_tracking"
        requests_per_target = null
        scale_in_cooldown   = 300
        scale_out_cooldown  = 300
      }
      rules = {
        "1" = {
          priority      = 100
          path_patterns = ["/api", "/api/*"]
          host_headers  = []
        }
      }
    }
    web = {
      image_repository      = "123456789012.dkr.ecr.{region}.amazonaws.com/shop/web"
      image_tag             = "v1"
      cpu                   = 512
      memory                = 1024
      ephemeral_storage_gib = 20
      desired_count         = 3
      region_desired_count = {
        us-west-2 = 2
      }
      capacity_provider_strategy = {
        FARGATE = {
          base   = 1
          weight = 1
        }
        FARGATE_SPOT = {
          base   = 0
          weight = 1
        }
      }
      stop_timeout       = 30
      log_retention_days = 30
      environment        = {}
      health_check = {
        healthy_threshold   = 2
        interval            = 30
        matcher             = "200-399"
        path                = "/health"
        timeout             = 5
        unhealthy_threshold = 3
      }
      health_check_grace_period = 60
      deployment = {
        minimum_healthy_percent = 100
        maximum_percent         = 200
      }
      autoscaling = {
        cpu_scale_in        = 50
        cpu_target          = 70
        custom_metrics      = {}
        enabled             = true
        max_capacity        = 10
        memory_scale_in     = 60
        memory_target       = 80
        min_capacity        = 2
        mode                = "target_tracking"
        requests_per_target = 500
        scale_in_cooldown   = 300
        scale_out_cooldown  = 300
      }
      rules = {
        "1" = {
          priority      = 300
          path_patterns = []
          host_headers  = ["staging.example.com", "www.staging.example.com"]
        }
      }
      canary = {
        enabled            = true
        percentage         = 15
        image_tag          = "v2"
        desired_count      = 1
        stickiness_seconds = 300
      }
    }
  }

  application = {
    instance_type              = "t3.small"
    ami_id                     = null
    min_size                   = 2
    max_size                   = 10
    desired_capacity           = 2
    cpu_target                 = 70
    requests_per_target        = null
    max_instance_lifetime_days = 30
  }

  database = {
    instance_class                      = "db.r6g.large"
    instance_count                      = 2
    backup_retention_days               = 30
    backup_window                       = "02:00-03:00"
    maintenance_window                  = "sun:04:00-sun:05:00"
    performance_insights_retention_days = 7
    monitoring_interval                 = 60
    deletion_protection                 = true
    skip_final_snapshot                 = false
    replica_autoscaling = {
      cpu_target = 70
      max        = 4
      min        = 1
    }
  }

  cdn = {
    aliases = ["staging.example.com", "www.staging.example.com", "admin.staging.example.com"]
    cache_ttl = {
      default = 3600
      max     = 86400
      min     = 0
    }
    price_class    = "PriceClass_100"
    waf_rate_limit = 2000
  }

  functions = {
    cleanup = {
      image_uri            = null
      s3_key               = "cleanup.zip"
      memory               = 128
      timeout              = 30
      reserved_concurrency = 10
      schedule             = "rate(1 day)"
      environment          = {}
    }
  }

  notifications = {
    email = {
      critical = ["oncall@example.com"]
      info     = ["ops@example.com"]
    }
  }

  # AWS admits one configuration per Slack channel and account; another environment holds it.
  slack = null

  monitoring = {
    thresholds = {
      cluster_cpu_percent      = 70
      cpu_percent              = 80
      database_connections     = 500
      database_free_memory_mib = 256
      http_5xx_per_minute      = 10
      latency_seconds          = 1
      memory_percent           = 90
      replication_lag_ms       = 5000
      unhealthy_targets        = 0
    }
  }

  backup = {
    schedule       = "cron(0 3 * * ? *)"
    retention_days = 30
  }

  cost = {
    monthly_limit_usd     = 600
    notify_at_percent     = [80, 100]
    forecast              = true
    anomaly_threshold_usd = 100
  }

  storage = {
    log_glacier_days    = 90
    log_expiration_days = 365
  }

  security = {
    cloudtrail = false
    guardduty  = false
    config     = false
  }

  db_password = "not-a-real-password"

  origin_verify_secrets = ["not-a-real-secret-1", "not-a-real-secret-2"]

  pagerduty_endpoints = {
    critical = "https://events.pagerduty.com/integration/00000000000000000000000000000000/enqueue"
  }
}

run "plan" {
  command = plan

  assert {
    condition     = local.default_tags["Project"] == "shop" && local.default_tags["Environment"] == "staging"
    error_message = "Everything carries the name of the project and of the environment."
  }

  assert {
    condition     = local.us_east_1_prefix == "shop-stg-use1"
    error_message = "Names in us-east-1 start with shop-stg-use1."
  }

  assert {
    condition     = module.vpc_us_east_1.vpc_cidr_block == "10.0.0.0/16"
    error_message = "The network of us-east-1 is 10.0.0.0/16."
  }

  assert {
    condition     = length(module.vpc_us_east_1.public_subnet_ids) == 3 && length(module.vpc_us_east_1.private_subnet_ids) == 3
    error_message = "Each zone of us-east-1 has a public and a private subnet."
  }

  assert {
    condition     = toset(keys(module.vpc_us_east_1.nat_public_ips)) == toset(["us-east-1a"])
    error_message = "One NAT gateway serves all zones of us-east-1."
  }

  assert {
    condition = toset(keys(module.alb_us_east_1.target_group_arns)) == toset([
      "admin-current",
      "api-current",
      "web-current",
      "web-canary",
    ])
    error_message = "The load balancer of us-east-1 knows every version of every service."
  }

  assert {
    condition     = jsonencode(module.ecs_service_admin_us_east_1.service_names) == jsonencode({ current = "admin" })
    error_message = "us-east-1 runs admin."
  }

  assert {
    condition     = jsonencode(module.alb_rule_admin_us_east_1.weights) == jsonencode({ current = 100 })
    error_message = "admin gets its share of the requests in us-east-1."
  }

  assert {
    condition     = jsonencode(module.ecs_service_api_us_east_1.service_names) == jsonencode({ current = "api" })
    error_message = "us-east-1 runs api."
  }

  assert {
    condition     = jsonencode(module.alb_rule_api_us_east_1.weights) == jsonencode({ current = 100 })
    error_message = "api gets its share of the requests in us-east-1."
  }

  assert {
    condition     = jsonencode(module.ecs_service_web_us_east_1.service_names) == jsonencode({ canary = "web-canary", current = "web" })
    error_message = "us-east-1 runs web and its canary."
  }

  assert {
    condition     = jsonencode(module.alb_rule_web_us_east_1.weights) == jsonencode({ canary = 15, current = 85 })
    error_message = "web gets its share of the requests in us-east-1."
  }

  assert {
    condition     = module.database_us_east_1.cluster_identifier == "shop-stg-use1-db"
    error_message = "us-east-1 has a database."
  }

  assert {
    condition     = length(module.vpc_us_west_2) == 1
    error_message = "staging has these regions: us-east-1, us-west-2."
  }

  assert {
    condition     = local.us_west_2_prefix == "shop-stg-usw2"
    error_message = "Names in us-west-2 start with shop-stg-usw2."
  }

  assert {
    condition     = module.vpc_us_west_2[0].vpc_cidr_block == "10.1.0.0/16"
    error_message = "The network of us-west-2 is 10.1.0.0/16."
  }

  assert {
    condition     = length(module.vpc_us_west_2[0].public_subnet_ids) == 2 && length(module.vpc_us_west_2[0].private_subnet_ids) == 2
    error_message = "Each zone of us-west-2 has a public and a private subnet."
  }

  assert {
    condition     = toset(keys(module.vpc_us_west_2[0].nat_public_ips)) == toset(["us-west-2a"])
    error_message = "One NAT gateway serves all zones of us-west-2."
  }

  assert {
    condition = toset(keys(module.alb_us_west_2[0].target_group_arns)) == toset([
      "admin-current",
      "api-current",
      "web-current",
      "web-canary",
    ])
    error_message = "The load balancer of us-west-2 knows every version of every service."
  }

  assert {
    condition     = jsonencode(module.ecs_service_admin_us_west_2[0].service_names) == jsonencode({ current = "admin" })
    error_message = "us-west-2 runs admin."
  }

  assert {
    condition     = jsonencode(module.alb_rule_admin_us_west_2[0].weights) == jsonencode({ current = 100 })
    error_message = "admin gets its share of the requests in us-west-2."
  }

  assert {
    condition     = jsonencode(module.ecs_service_api_us_west_2[0].service_names) == jsonencode({ current = "api" })
    error_message = "us-west-2 runs api."
  }

  assert {
    condition     = jsonencode(module.alb_rule_api_us_west_2[0].weights) == jsonencode({ current = 100 })
    error_message = "api gets its share of the requests in us-west-2."
  }

  assert {
    condition     = jsonencode(module.ecs_service_web_us_west_2[0].service_names) == jsonencode({ canary = "web-canary", current = "web" })
    error_message = "us-west-2 runs web and its canary."
  }

  assert {
    condition     = jsonencode(module.alb_rule_web_us_west_2[0].weights) == jsonencode({ canary = 15, current = 85 })
    error_message = "web gets its share of the requests in us-west-2."
  }

  assert {
    condition     = module.database_us_west_2[0].cluster_identifier == "shop-stg-usw2-db"
    error_message = "us-west-2 has a database."
  }

  assert {
    condition     = alltrue([for name, shares in local.weights : sum(values(shares)) == 100])
    error_message = "The shares of the versions of a service add up to 100 percent."
  }

  assert {
    condition     = length(distinct(flatten([for service in values(var.services) : [for rule in values(service.rules) : rule.priority]]))) == length(flatten([for service in values(var.services) : keys(service.rules)]))
    error_message = "No two listener rules share a priority."
  }

  assert {
    condition     = alltrue([for service in values(var.services) : service.autoscaling.min_capacity <= service.autoscaling.max_capacity])
    error_message = "No service has more tasks at least than at most."
  }

  assert {
    condition     = toset(output.urls) == toset([for alias in ["staging.example.com", "www.staging.example.com", "admin.staging.example.com"] : "https://${alias}"])
    error_message = "The site has these names: staging.example.com, www.staging.example.com, admin.staging.example.com."
  }
}

# The load balancer and the database as this environment protects them.
run "load_balancer" {
  command = plan

  module {
    source = "./modules/alb"
  }

  providers = { aws = aws.us_east_1 }

  variables {
    name_prefix          = "shop-test-use1"
    vpc_id               = "vpc-00000000000000001"
    public_subnets       = ["subnet-00000000000000001", "subnet-00000000000000002"]
    origin_verify        = { header = "X-Origin-Verify", values = ["not-a-real-secret"] }
    certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000001"
    access_logs_bucket   = "mock"
    default_target_group = "web-current"
    target_groups = {
      web-current = { port = 8080, direct_priority = 49000 }
    }
    enable_deletion_protection = true
  }

  assert {
    condition     = aws_lb.this.enable_deletion_protection == true
    error_message = "staging protects its load balancers."
  }

  assert {
    condition     = aws_lb_listener.https.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06" && aws_lb_listener.redirect.default_action[0].redirect[0].port == "443"
    error_message = "Port 443 speaks modern TLS, and port 80 sends there."
  }
}

run "database" {
  command = plan

  module {
    source = "./modules/database"
  }

  providers = { aws = aws.us_east_1 }

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
    backup_retention_days = 30
    deletion_protection   = true
    instance_count        = 2
    skip_final_snapshot   = false
  }

  assert {
    condition     = aws_rds_cluster.this.deletion_protection == true && aws_rds_cluster.this.skip_final_snapshot == false
    error_message = "staging protects its database."
  }

  assert {
    condition     = aws_rds_cluster.this.storage_encrypted && aws_rds_cluster.this.backup_retention_period == 30 && length(aws_rds_cluster_instance.this) == 2
    error_message = "The database is encrypted, keeps backups for 30 days and has 2 instances."
  }
}
