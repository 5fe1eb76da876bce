# Environment dev: values only. What exists is the same in every environment.
# Secrets are not here: give them as TF_VAR_ variables (README.md names them).

environment            = "dev"
environment_short_name = "dev"
enabled_regions        = ["us-east-1"]
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
  domain = "dev.example.com"
  zone   = "dev.example.com"
}

certificate = {
  domain_name               = "dev.example.com"
  subject_alternative_names = ["*.dev.example.com"]
}

load_balancer = {
  deletion_protection = false
  idle_timeout        = 60
}

services = {
  admin = {
    image_repository      = "123456789012.dkr.ecr.{region}.amazonaws.com/shop/admin"
    image_tag             = "v1"
    cpu                   = 256
    memory                = 512
    ephemeral_storage_gib = 20
    desired_count         = 1
    region_desired_count = {
      us-west-2 = 1
    }
    capacity_provider_strategy = {
      FARGATE_SPOT = {
        base   = 0
        weight = 1
      }
    }
    stop_timeout       = 30
    log_retention_days = 7
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
      max_capacity        = 2
      memory_scale_in     = 60
      memory_target       = 80
      min_capacity        = 1
      mode                = "target_tracking"
      requests_per_target = null
      scale_in_cooldown   = 300
      scale_out_cooldown  = 300
    }
    rules = {
      "1" = {
        priority      = 200
        path_patterns = []
        host_headers  = ["admin.dev.example.com"]
      }
    }
  }
  api = {
    image_repository      = "123456789012.dkr.ecr.{region}.amazonaws.com/shop/api"
    image_tag             = "v1"
    cpu                   = 1024
    memory                = 2048
    ephemeral_storage_gib = 20
    desired_count         = 1
    region_desired_count  = {}
    capacity_provider_strategy = {
      FARGATE_SPOT = {
        base   = 0
        weight = 1
      }
    }
    stop_timeout       = 30
    log_retention_days = 7
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
      max_capacity        = 2
      memory_scale_in     = 60
      memory_target       = 80
      min_capacity        = 1
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
    desired_count         = 1
    region_desired_count = {
      us-west-2 = 2
    }
    capacity_provider_strategy = {
      FARGATE_SPOT = {
        base   = 0
        weight = 1
      }
    }
    stop_timeout       = 30
    log_retention_days = 7
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
      max_capacity        = 2
      memory_scale_in     = 60
      memory_target       = 80
      min_capacity        = 1
      mode                = "target_tracking"
      requests_per_target = 500
      scale_in_cooldown   = 300
      scale_out_cooldown  = 300
    }
    rules = {
      "1" = {
        priority      = 300
        path_patterns = []
        host_headers  = ["dev.example.com", "www.dev.example.com"]
      }
    }
    canary = {
      enabled            = false
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
  min_size                   = 1
  max_size                   = 2
  desired_capacity           = 1
  cpu_target                 = 70
  requests_per_target        = null
  max_instance_lifetime_days = 30
}

database = {
  instance_class                      = "db.r6g.large"
  instance_count                      = 1
  backup_retention_days               = 7
  backup_window                       = "02:00-03:00"
  maintenance_window                  = "sun:04:00-sun:05:00"
  performance_insights_retention_days = 7
  monitoring_interval                 = 60
  deletion_protection                 = false
  skip_final_snapshot                 = true
  replica_autoscaling = {
    cpu_target = 70
    max        = 4
    min        = 1
  }
}

cdn = {
  aliases = ["dev.example.com", "www.dev.example.com", "admin.dev.example.com"]
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
  retention_days = 7
}

cost = {
  monthly_limit_usd     = 300
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
