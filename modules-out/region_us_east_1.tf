# Region us-east-1 (primary): what its services stand on.

locals {
  us_east_1_prefix = "${local.name}-use1"
}

module "kms_us_east_1" {
  source = "./modules/kms"

  providers = { aws = aws.us_east_1 }

  name_prefix = local.us_east_1_prefix
  environment = var.environment
  region      = "us-east-1"
}

module "vpc_us_east_1" {
  source = "./modules/vpc"

  providers = { aws = aws.us_east_1 }

  name_prefix                = local.us_east_1_prefix
  environment                = var.environment
  region                     = "us-east-1"
  vpc_cidr                   = var.networks["us-east-1"].vpc_cidr
  azs                        = var.networks["us-east-1"].azs
  public_subnets             = var.networks["us-east-1"].public_subnets
  private_subnets            = var.networks["us-east-1"].private_subnets
  database_subnets           = var.networks["us-east-1"].database_subnets
  single_nat_gateway         = var.networks["us-east-1"].single_nat_gateway
  gateway_endpoints          = ["s3", "dynamodb"]
  flow_log_retention_in_days = var.networks["us-east-1"].flow_log_retention_days
  kms_key_arn                = module.kms_us_east_1.key_arn
}

module "notifications_us_east_1" {
  source = "./modules/notifications"

  providers = { aws = aws.us_east_1 }

  name_prefix         = local.us_east_1_prefix
  environment         = var.environment
  kms_key_arn         = module.kms_us_east_1.key_arn
  email_subscriptions = var.notifications.email
  pagerduty_endpoints = var.pagerduty_endpoints
}

module "storage_us_east_1" {
  source = "./modules/storage"

  providers = { aws = aws.us_east_1 }

  name_prefix         = local.us_east_1_prefix
  environment         = var.environment
  kms_key_arn         = module.kms_us_east_1.key_arn
  log_glacier_days    = var.storage.log_glacier_days
  log_expiration_days = var.storage.log_expiration_days
  static_site_enabled = true

  replicas = local.us_west_2_enabled ? {
    files = {
      bucket_arn  = module.storage_us_west_2[0].bucket_arns["files"]
      kms_key_arn = module.kms_us_west_2[0].key_arn
    }
  } : {}
}

module "certificate_us_east_1" {
  source = "./modules/certificate"

  providers = { aws = aws.us_east_1 }

  name_prefix               = local.us_east_1_prefix
  domain_name               = var.certificate.domain_name
  subject_alternative_names = var.certificate.subject_alternative_names
  zone_id                   = module.dns.zone_id
}

module "alb_us_east_1" {
  source = "./modules/alb"

  providers = { aws = aws.us_east_1 }

  name_prefix                = local.us_east_1_prefix
  vpc_id                     = module.vpc_us_east_1.vpc_id
  public_subnets             = module.vpc_us_east_1.public_subnet_ids
  origin_verify              = { header = local.origin_verify_header, values = var.origin_verify_secrets }
  certificate_arn            = module.certificate_us_east_1.certificate_arn
  idle_timeout               = var.load_balancer.idle_timeout
  enable_deletion_protection = var.load_balancer.deletion_protection
  access_logs_bucket         = module.storage_us_east_1.logs_bucket_id

  target_groups = {
    admin-current = {
      port            = 3000
      health_check    = var.services["admin"].health_check
      direct_priority = 49498
    }
    api-current = {
      port            = 8080
      health_check    = var.services["api"].health_check
      direct_priority = 49447
    }
    web-current = {
      port            = 3000
      health_check    = var.services["web"].health_check
      direct_priority = 49757
    }
    web-canary = {
      port            = 3000
      health_check    = var.services["web"].health_check
      direct_priority = 49914
    }
  }
  default_target_group = "web-current"
}

module "database_us_east_1" {
  source = "./modules/database"

  providers = { aws = aws.us_east_1 }

  name_prefix                         = local.us_east_1_prefix
  environment                         = var.environment
  role                                = "primary"
  global_name                         = local.name
  master_password                     = var.db_password
  vpc_id                              = module.vpc_us_east_1.vpc_id
  subnet_ids                          = module.vpc_us_east_1.database_subnet_ids
  engine_version                      = "16.6"
  parameter_group_family              = "aurora-postgresql16"
  database_name                       = "shop"
  master_username                     = "dbadmin"
  instance_class                      = var.database.instance_class
  instance_count                      = var.database.instance_count
  replica_autoscaling                 = var.database.replica_autoscaling
  backup_retention_days               = var.database.backup_retention_days
  backup_window                       = var.database.backup_window
  maintenance_window                  = var.database.maintenance_window
  database_insights_mode              = "standard"
  performance_insights_retention_days = var.database.performance_insights_retention_days
  monitoring_interval                 = var.database.monitoring_interval
  deletion_protection                 = var.database.deletion_protection
  skip_final_snapshot                 = var.database.skip_final_snapshot
  kms_key_arn                         = module.kms_us_east_1.key_arn

  # The credentials follow the data: every region that holds a copy reads them with its own key.
  secret_replicas = merge(
    local.us_west_2_enabled ? { us-west-2 = module.kms_us_west_2[0].key_arn } : {},
  )
}

module "ecs_cluster_us_east_1" {
  source = "./modules/ecs-cluster"

  providers = { aws = aws.us_east_1 }

  name_prefix        = local.us_east_1_prefix
  container_insights = "enabled"
  default_capacity_provider_strategy = {
    FARGATE = {
      base   = 1
      weight = 1
    }
  }
  kms_key_arn = module.kms_us_east_1.key_arn
}

module "application_us_east_1" {
  source = "./modules/application"

  providers = { aws = aws.us_east_1 }

  # The suffix keeps the names apart from those of the load balancer of the services.
  name_prefix                = "${local.us_east_1_prefix}-ec2"
  vpc_id                     = module.vpc_us_east_1.vpc_id
  private_subnets            = module.vpc_us_east_1.private_subnet_ids
  public_subnets             = module.vpc_us_east_1.public_subnet_ids
  origin_verify              = { header = local.origin_verify_header, values = var.origin_verify_secrets }
  certificate_arn            = module.certificate_us_east_1.certificate_arn
  idle_timeout               = var.load_balancer.idle_timeout
  enable_deletion_protection = var.load_balancer.deletion_protection
  access_logs_bucket         = module.storage_us_east_1.logs_bucket_id
  instance_type              = var.application.instance_type
  ami_id                     = var.application.ami_id
  instance_port              = 8080
  min_size                   = var.application.min_size
  max_size                   = var.application.max_size
  desired_capacity           = var.application.desired_capacity
  cpu_target                 = var.application.cpu_target
  requests_per_target        = var.application.requests_per_target
  max_instance_lifetime      = var.application.max_instance_lifetime_days * 86400
  health_check = {
    healthy_threshold   = 2
    interval            = 30
    matcher             = "200-399"
    path                = "/health"
    timeout             = 5
    unhealthy_threshold = 3
  }

  peers = {
    database = { security_group_id = module.database_us_east_1.security_group_id, port = module.database_us_east_1.port }
  }
}

module "functions_us_east_1" {
  source = "./modules/functions"

  providers = { aws = aws.us_east_1 }

  name_prefix = local.us_east_1_prefix
  topic_arns  = module.notifications_us_east_1.topic_arns
  kms_key_arn = module.kms_us_east_1.key_arn

  functions = {
    cleanup = {
      runtime               = "python3.12"
      handler               = "main.handler"
      s3_bucket             = "shop-artifacts-123456789012"
      s3_key                = var.functions["cleanup"].s3_key
      memory                = var.functions["cleanup"].memory
      timeout               = var.functions["cleanup"].timeout
      reserved_concurrency  = var.functions["cleanup"].reserved_concurrency
      schedule              = var.functions["cleanup"].schedule
      in_vpc                = false
      environment_variables = var.functions["cleanup"].environment
    }
  }
}

module "monitoring_us_east_1" {
  source = "./modules/monitoring"

  providers = { aws = aws.us_east_1 }

  name_prefix      = local.us_east_1_prefix
  environment      = var.environment
  topic_arns       = module.notifications_us_east_1.topic_arns
  thresholds       = local.thresholds
  primary_region   = "us-east-1"
  secondary_region = local.us_west_2_enabled ? "us-west-2" : null
  dashboard        = local.dashboard

  clusters = { services = module.ecs_cluster_us_east_1.cluster_name }

  services = {
    admin = {
      cluster_name             = module.ecs_cluster_us_east_1.cluster_name
      service_name             = module.ecs_service_admin_us_east_1.service_names["current"]
      log_group_name           = module.ecs_service_admin_us_east_1.log_group_name
      min_tasks                = var.services["admin"].autoscaling.enabled ? var.services["admin"].autoscaling.min_capacity : lookup(var.services["admin"].region_desired_count, "us-east-1", var.services["admin"].desired_count)
      load_balancer_arn_suffix = module.alb_us_east_1.alb_arn_suffix
      target_group_arn_suffixes = {
        current = module.alb_us_east_1.target_group_arn_suffixes["admin-current"]
      }
    }
    api = {
      cluster_name             = module.ecs_cluster_us_east_1.cluster_name
      service_name             = module.ecs_service_api_us_east_1.service_names["current"]
      log_group_name           = module.ecs_service_api_us_east_1.log_group_name
      min_tasks                = var.services["api"].autoscaling.enabled ? var.services["api"].autoscaling.min_capacity : lookup(var.services["api"].region_desired_count, "us-east-1", var.services["api"].desired_count)
      load_balancer_arn_suffix = module.alb_us_east_1.alb_arn_suffix
      target_group_arn_suffixes = {
        current = module.alb_us_east_1.target_group_arn_suffixes["api-current"]
      }
    }
    web = {
      cluster_name             = module.ecs_cluster_us_east_1.cluster_name
      service_name             = module.ecs_service_web_us_east_1.service_names["current"]
      log_group_name           = module.ecs_service_web_us_east_1.log_group_name
      min_tasks                = var.services["web"].autoscaling.enabled ? var.services["web"].autoscaling.min_capacity : lookup(var.services["web"].region_desired_count, "us-east-1", var.services["web"].desired_count)
      load_balancer_arn_suffix = module.alb_us_east_1.alb_arn_suffix
      target_group_arn_suffixes = {
        current = module.alb_us_east_1.target_group_arn_suffixes["web-current"]
        canary  = module.alb_us_east_1.target_group_arn_suffixes["web-canary"]
      }
    }
  }

  load_balancers = {
    services    = module.alb_us_east_1.alb_arn_suffix
    application = module.application_us_east_1.alb_arn_suffix
  }

  # Route 53 follows the alarm on this target group: it stands for the health of the region.
  origin_health = {
    load_balancer_arn_suffix = module.alb_us_east_1.alb_arn_suffix
    target_group_arn_suffix  = module.alb_us_east_1.target_group_arn_suffixes["web-current"]
  }

  autoscaling_groups = {
    application = { name = module.application_us_east_1.autoscaling_group_name, min_size = var.application.min_size }
  }

  databases = {
    aurora = {
      cluster_identifier = module.database_us_east_1.cluster_identifier
      is_secondary       = false
    }
  }

  backup = {
    schedule          = var.backup.schedule
    retention_days    = var.backup.retention_days
    kms_key_arn       = module.kms_us_east_1.key_arn
    copy_to_vault_arn = one(module.monitoring_us_west_2[*].backup_vault_arn)
  }
  enable_backup_copy = local.us_west_2_enabled
}

module "security_us_east_1" {
  source = "./modules/security"

  providers = { aws = aws.us_east_1 }

  name_prefix                    = local.us_east_1_prefix
  environment                    = var.environment
  region                         = "us-east-1"
  topic_arns                     = module.notifications_us_east_1.topic_arns
  guardduty_enabled              = var.security.guardduty
  cloudtrail_enabled             = var.security.cloudtrail
  config_enabled                 = var.security.config
  config_record_global_resources = true
}

module "pipeline_artifacts_us_east_1" {
  source = "./modules/pipeline-artifacts"

  providers = { aws = aws.us_east_1 }

  name_prefix = local.us_east_1_prefix
  kms_key_arn = module.kms_us_east_1.key_arn
}
