variable "application" {
  type = object({
    instance_type              = string
    ami_id                     = string
    min_size                   = number
    max_size                   = number
    desired_capacity           = number
    cpu_target                 = number
    requests_per_target        = number
    max_instance_lifetime_days = number
  })
  description = "Size of the EC2 application; a null ami_id stands for the newest image, a null requests_per_target for scaling on CPU only."
}

variable "backup" {
  type = object({
    schedule       = string
    retention_days = number
  })
  description = "When backups are taken (cron or rate expression, UTC) and how long they are kept."
}

variable "cdn" {
  type = object({
    aliases = list(string)
    cache_ttl = object({
      min     = number
      default = number
      max     = number
    })
    price_class    = string
    waf_rate_limit = number
  })
  description = "Public names of the site, cache lifetimes in seconds, price class, and requests per five minutes and address before the firewall blocks."
}

variable "certificate" {
  type = object({
    domain_name               = string
    subject_alternative_names = list(string)
  })
  description = "Names of the certificate."
}

variable "cost" {
  type = object({
    monthly_limit_usd     = number
    notify_at_percent     = list(number)
    forecast              = bool
    anomaly_threshold_usd = number
  })
  description = "Monthly budget and the cost anomaly that raises a notice, in US dollars."
}

variable "database" {
  type = object({
    instance_class                      = string
    instance_count                      = number
    backup_retention_days               = number
    backup_window                       = string
    maintenance_window                  = string
    performance_insights_retention_days = number
    monitoring_interval                 = number
    deletion_protection                 = bool
    skip_final_snapshot                 = bool
    replica_autoscaling = object({
      min        = number
      max        = number
      cpu_target = number
    })
  })
  description = "Size, backups and protection of the database cluster in each region."
}

variable "db_password" {
  type        = string
  description = "Master password of the database, from TF_VAR_db_password; RDS cannot manage that of a global database."
  sensitive   = true
}

variable "dns" {
  type = object({
    domain = string
    zone   = string
  })
  description = "Hosted zone, and the zone itself or the name in it that is this environment's own."
}

variable "enabled_regions" {
  type        = list(string)
  description = "Regions that are deployed in this environment."

  validation {
    condition     = contains(var.enabled_regions, "us-east-1")
    error_message = "The primary region us-east-1 is always enabled."
  }
}

variable "environment" {
  type        = string
  description = "Name of the environment; the Terraform workspace has the same name."
}

variable "environment_short_name" {
  type        = string
  description = "Short name of the environment, part of every resource name."
}

variable "functions" {
  type = map(object({
    image_uri            = string
    s3_key               = string
    memory               = number
    timeout              = number
    reserved_concurrency = number
    schedule             = string
    environment          = map(string)
  }))
  description = "Size and schedule of each Lambda function; a null schedule stands for none."
}

variable "load_balancer" {
  type = object({
    deletion_protection = bool
    idle_timeout        = number
  })
  description = "Protection and limits of the load balancers."
}

variable "monitoring" {
  type = object({
    thresholds = map(number)
  })
  description = "Alarm thresholds."
}

variable "networks" {
  type = map(object({
    vpc_cidr                = optional(string)
    azs                     = optional(list(string), [])
    public_subnets          = optional(list(string), [])
    private_subnets         = optional(list(string), [])
    database_subnets        = optional(list(string), [])
    single_nat_gateway      = optional(bool, false)
    flow_log_retention_days = optional(number, 90)
  }))
  description = "Address plan of each region."
}

variable "notifications" {
  type = object({
    email = map(list(string))
  })
  description = "Email addresses by severity (critical, warning, info)."
}

variable "origin_verify_secrets" {
  type        = list(string)
  description = "Values of the header that CloudFront sends to the load balancers, from TF_VAR_origin_verify_secrets: the current one first, the previous one while it is rotated."
  sensitive   = true

  validation {
    condition     = length(var.origin_verify_secrets) >= 1 && length(var.origin_verify_secrets) <= 2
    error_message = "Give one secret, or two while it is rotated."
  }
}

variable "owns_account_resources" {
  type        = bool
  description = "Whether this environment holds what exists once per AWS account (image repositories, the cost anomaly monitor)."
}

variable "pagerduty_endpoints" {
  type        = map(string)
  description = "PagerDuty integration URL by severity, from TF_VAR_pagerduty_endpoints."
  sensitive   = true
}

variable "security" {
  type = object({
    cloudtrail = bool
    guardduty  = bool
    config     = bool
  })
  description = "Account-wide detection, which one environment of an AWS account switches on."
}

variable "services" {
  type = map(object({
    autoscaling = object({
      enabled             = bool
      mode                = string
      min_capacity        = number
      max_capacity        = number
      cpu_target          = number
      cpu_scale_in        = number
      memory_target       = number
      memory_scale_in     = number
      requests_per_target = number
      scale_in_cooldown   = number
      scale_out_cooldown  = number
    })
    canary = optional(object({
      enabled            = bool
      percentage         = number
      image_tag          = string
      desired_count      = number
      stickiness_seconds = number
    }))
    capacity_provider_strategy = map(object({
      weight = number
      base   = number
    }))
    cpu = number
    deployment = object({
      minimum_healthy_percent = number
      maximum_percent         = number
    })
    desired_count         = number
    environment           = map(string)
    ephemeral_storage_gib = number
    health_check = object({
      path                = string
      interval            = number
      timeout             = number
      healthy_threshold   = number
      unhealthy_threshold = number
      matcher             = string
    })
    health_check_grace_period = number
    image_repository          = string
    image_tag                 = string
    log_retention_days        = number
    memory                    = number
    region_desired_count      = map(number)
    rules = map(object({
      priority      = number
      path_patterns = list(string)
      host_headers  = list(string)
    }))
    stop_timeout = number
  }))
  description = "Image, size, scaling and canary of each service."
}

variable "slack" {
  type = object({
    team_id    = string
    channel_id = string
  })
  description = "Slack workspace and channel; null where another environment of the account holds the channel."
  nullable    = true
}

variable "storage" {
  type = object({
    log_glacier_days    = number
    log_expiration_days = number
  })
  description = "Days after which logs move to Glacier and are deleted; 0 for never."
}
