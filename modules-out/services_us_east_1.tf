# Region us-east-1: its services, one module call each, and their routes.

data "aws_secretsmanager_secret" "secret_shop_stripe_us_east_1" {
  provider = aws.us_east_1

  name = "shop/stripe"
}

module "ecs_service_admin_us_east_1" {
  source = "./modules/ecs-service"

  providers = { aws = aws.us_east_1 }

  name_prefix                        = local.us_east_1_prefix
  environment                        = var.environment
  region                             = "us-east-1"
  service_name                       = "admin"
  cluster_arn                        = module.ecs_cluster_us_east_1.cluster_arn
  cluster_name                       = module.ecs_cluster_us_east_1.cluster_name
  vpc_id                             = module.vpc_us_east_1.vpc_id
  private_subnets                    = module.vpc_us_east_1.private_subnet_ids
  image_repository                   = replace(var.services["admin"].image_repository, "{region}", "us-east-1")
  image_tag                          = var.services["admin"].image_tag
  cpu                                = var.services["admin"].cpu
  memory                             = var.services["admin"].memory
  cpu_architecture                   = "X86_64"
  ephemeral_storage_gib              = var.services["admin"].ephemeral_storage_gib
  container_port                     = 3000
  readonly_root_filesystem           = true
  stop_timeout                       = var.services["admin"].stop_timeout
  desired_count                      = lookup(var.services["admin"].region_desired_count, "us-east-1", var.services["admin"].desired_count)
  capacity_provider_strategy         = var.services["admin"].capacity_provider_strategy
  deployment_minimum_healthy_percent = var.services["admin"].deployment.minimum_healthy_percent
  deployment_maximum_percent         = var.services["admin"].deployment.maximum_percent
  health_check_grace_period_seconds  = var.services["admin"].health_check_grace_period
  autoscaling                        = var.services["admin"].autoscaling
  log_retention_in_days              = var.services["admin"].log_retention_days
  kms_key_arn                        = module.kms_us_east_1.key_arn
  load_balancer_security_group_ids   = { alb = module.alb_us_east_1.security_group_id }

  target_group_arns = {
    current = module.alb_us_east_1.target_group_arns["admin-current"]
  }

  environment_variables = merge(var.services["admin"].environment, {
    DB_HOST        = module.database_us_east_1.endpoint
    DB_READER_HOST = module.database_us_east_1.reader_endpoint
    DB_PORT        = tostring(module.database_us_east_1.port)
    DB_NAME        = "shop"
  })

  peers = {
    database = { security_group_id = module.database_us_east_1.security_group_id, port = module.database_us_east_1.port }
  }
}

module "alb_rule_admin_us_east_1" {
  source = "./modules/alb-rule"

  providers = { aws = aws.us_east_1 }

  name_prefix   = local.us_east_1_prefix
  service_name  = "admin"
  listener_arn  = module.alb_us_east_1.listener_arn
  rules         = var.services["admin"].rules
  origin_verify = { header = local.origin_verify_header, values = var.origin_verify_secrets }

  # From the service, not from the load balancer: weight follows the tasks that serve it.
  target_groups = {
    current = {
      arn    = module.ecs_service_admin_us_east_1.target_group_arns["current"]
      weight = local.weights["admin"].current
    }
  }
}

module "ecs_service_api_us_east_1" {
  source = "./modules/ecs-service"

  providers = { aws = aws.us_east_1 }

  name_prefix                        = local.us_east_1_prefix
  environment                        = var.environment
  region                             = "us-east-1"
  service_name                       = "api"
  cluster_arn                        = module.ecs_cluster_us_east_1.cluster_arn
  cluster_name                       = module.ecs_cluster_us_east_1.cluster_name
  vpc_id                             = module.vpc_us_east_1.vpc_id
  private_subnets                    = module.vpc_us_east_1.private_subnet_ids
  image_repository                   = replace(var.services["api"].image_repository, "{region}", "us-east-1")
  image_tag                          = var.services["api"].image_tag
  image_owner                        = "pipeline"
  cpu                                = var.services["api"].cpu
  memory                             = var.services["api"].memory
  cpu_architecture                   = "X86_64"
  ephemeral_storage_gib              = var.services["api"].ephemeral_storage_gib
  container_port                     = 8080
  readonly_root_filesystem           = true
  stop_timeout                       = var.services["api"].stop_timeout
  desired_count                      = lookup(var.services["api"].region_desired_count, "us-east-1", var.services["api"].desired_count)
  capacity_provider_strategy         = var.services["api"].capacity_provider_strategy
  deployment_minimum_healthy_percent = var.services["api"].deployment.minimum_healthy_percent
  deployment_maximum_percent         = var.services["api"].deployment.maximum_percent
  health_check_grace_period_seconds  = var.services["api"].health_check_grace_period
  autoscaling                        = var.services["api"].autoscaling
  log_retention_in_days              = var.services["api"].log_retention_days
  kms_key_arn                        = module.kms_us_east_1.key_arn
  load_balancer_security_group_ids   = { alb = module.alb_us_east_1.security_group_id }

  target_group_arns = {
    current = module.alb_us_east_1.target_group_arns["api-current"]
  }

  environment_variables = merge(var.services["api"].environment, {
    DB_HOST        = module.database_us_east_1.endpoint
    DB_READER_HOST = module.database_us_east_1.reader_endpoint
    DB_PORT        = tostring(module.database_us_east_1.port)
    DB_NAME        = "shop"
  })

  peers = {
    database = { security_group_id = module.database_us_east_1.security_group_id, port = module.database_us_east_1.port }
  }

  secrets = {
    DATABASE_URL_SECRET = module.database_us_east_1.secret_arn
    FEATURES            = "arn:aws:ssm:us-east-1:${data.aws_caller_identity.current.account_id}:parameter/shop/features"
    STRIPE_KEY          = "${data.aws_secretsmanager_secret.secret_shop_stripe_us_east_1.arn}:api_key::"
  }

  secret_kms_key_arns = [module.kms_us_east_1.key_arn]

  task_policy_statements = {
    ReadFiles = {
      actions = ["s3:GetObject"]
      resources = [
        "${module.storage_us_east_1.bucket_arns["files"]}/*",
      ]
    }
  }
}

module "alb_rule_api_us_east_1" {
  source = "./modules/alb-rule"

  providers = { aws = aws.us_east_1 }

  name_prefix   = local.us_east_1_prefix
  service_name  = "api"
  listener_arn  = module.alb_us_east_1.listener_arn
  rules         = var.services["api"].rules
  origin_verify = { header = local.origin_verify_header, values = var.origin_verify_secrets }

  # From the service, not from the load balancer: weight follows the tasks that serve it.
  target_groups = {
    current = {
      arn    = module.ecs_service_api_us_east_1.target_group_arns["current"]
      weight = local.weights["api"].current
    }
  }
}

module "ecs_service_web_us_east_1" {
  source = "./modules/ecs-service"

  providers = { aws = aws.us_east_1 }

  name_prefix                        = local.us_east_1_prefix
  environment                        = var.environment
  region                             = "us-east-1"
  service_name                       = "web"
  cluster_arn                        = module.ecs_cluster_us_east_1.cluster_arn
  cluster_name                       = module.ecs_cluster_us_east_1.cluster_name
  vpc_id                             = module.vpc_us_east_1.vpc_id
  private_subnets                    = module.vpc_us_east_1.private_subnet_ids
  image_repository                   = replace(var.services["web"].image_repository, "{region}", "us-east-1")
  image_tag                          = var.services["web"].image_tag
  cpu                                = var.services["web"].cpu
  memory                             = var.services["web"].memory
  cpu_architecture                   = "X86_64"
  ephemeral_storage_gib              = var.services["web"].ephemeral_storage_gib
  container_port                     = 3000
  readonly_root_filesystem           = true
  stop_timeout                       = var.services["web"].stop_timeout
  desired_count                      = lookup(var.services["web"].region_desired_count, "us-east-1", var.services["web"].desired_count)
  canary                             = var.services["web"].canary
  capacity_provider_strategy         = var.services["web"].capacity_provider_strategy
  deployment_minimum_healthy_percent = var.services["web"].deployment.minimum_healthy_percent
  deployment_maximum_percent         = var.services["web"].deployment.maximum_percent
  health_check_grace_period_seconds  = var.services["web"].health_check_grace_period
  autoscaling                        = var.services["web"].autoscaling
  request_count_resource_label       = "${module.alb_us_east_1.alb_arn_suffix}/${module.alb_us_east_1.target_group_arn_suffixes["web-current"]}"
  log_retention_in_days              = var.services["web"].log_retention_days
  kms_key_arn                        = module.kms_us_east_1.key_arn
  load_balancer_security_group_ids   = { alb = module.alb_us_east_1.security_group_id }

  target_group_arns = {
    current = module.alb_us_east_1.target_group_arns["web-current"]
    canary  = module.alb_us_east_1.target_group_arns["web-canary"]
  }

  environment_variables = var.services["web"].environment
}

module "alb_rule_web_us_east_1" {
  source = "./modules/alb-rule"

  providers = { aws = aws.us_east_1 }

  name_prefix  = local.us_east_1_prefix
  service_name = "web"
  listener_arn = module.alb_us_east_1.listener_arn
  # What no other rule matches is shared with the canary as well, once its tasks are up.
  rules              = merge(var.services["web"].rules, { default = { priority = 49999, path_patterns = ["/*"] } })
  origin_verify      = { header = local.origin_verify_header, values = var.origin_verify_secrets }
  stickiness_seconds = var.services["web"].canary.stickiness_seconds

  # From the service, not from the load balancer: weight follows the tasks that serve it.
  target_groups = {
    current = {
      arn    = module.ecs_service_web_us_east_1.target_group_arns["current"]
      weight = local.weights["web"].current
    }
    canary = {
      arn    = module.ecs_service_web_us_east_1.target_group_arns["canary"]
      weight = local.weights["web"].canary
    }
  }
}
