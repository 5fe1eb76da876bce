variable "autoscaling_groups" {
  type = map(object({
    name     = string
    min_size = number
  }))
  description = "Auto Scaling groups to watch, by stable name."
  default     = {}
}

variable "backup" {
  type = object({
    copy_to_vault_arn = optional(string)
    kms_key_arn       = string
    retention_days    = number
    schedule          = string
  })
  description = "When backups are taken (cron or rate expression, UTC), the days they are kept, the key of the vault, and the vault of another region that receives copies."
}

variable "clusters" {
  type        = map(string)
  description = "Names of the ECS clusters to watch, by stable name."
  default     = {}
}

variable "dashboard" {
  type = object({
    databases = optional(list(object({
      cluster_identifier = string
      region             = string
    })), [])
    load_balancers = optional(list(object({
      arn_suffix = string
      region     = string
    })), [])
    name = string
    services = optional(list(object({
      cluster_name = string
      name_prefix  = string
      region       = string
      service_name = string
    })), [])
  })
  description = "What the dashboard over every region shows; null in all regions but one, because names of dashboards are global to the account."
  default     = null
}

variable "databases" {
  type = map(object({
    cluster_identifier = string
    is_secondary       = optional(bool, false)
  }))
  description = "Aurora clusters to watch, by stable name."
  default     = {}
}

variable "enable_backup_copy" {
  type        = bool
  description = "Copy every backup to backup.copy_to_vault_arn; a switch of its own because the ARN is not known while planning."
  default     = false
}

variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "load_balancers" {
  type        = map(string)
  description = "ARN suffixes of the application load balancers to watch, by stable name."
  default     = {}
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "origin_health" {
  type = object({
    load_balancer_arn_suffix = string
    target_group_arn_suffix  = string
  })
  description = "Load balancer and target group that stand for the health of the region; null in a region without a part in failover."
  default     = null
}

variable "primary_region" {
  type        = string
  description = "Region that serves normally, shown on the dashboard."
  default     = null
}

variable "secondary_region" {
  type        = string
  description = "Region that takes over, shown on the dashboard; null for none."
  default     = null
}

variable "services" {
  type = map(object({
    cluster_name              = string
    load_balancer_arn_suffix  = optional(string)
    log_group_name            = string
    min_tasks                 = optional(number, 2)
    service_name              = string
    target_group_arn_suffixes = optional(map(string), {})
  }))
  description = "ECS services to watch, by stable name; the target groups by variant (current, canary)."
  default     = {}
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "thresholds" {
  type = object({
    cluster_cpu_percent        = optional(number, 70)
    cpu_percent                = optional(number, 80)
    database_connections       = optional(number, 500)
    database_free_memory_bytes = optional(number, 268435456)
    http_5xx_per_minute        = optional(number, 10)
    latency_seconds            = optional(number, 1)
    memory_percent             = optional(number, 90)
    replication_lag_ms         = optional(number, 5000)
    unhealthy_targets          = optional(number, 0)
  })
  description = "Figures beyond which an alarm is raised."
  default     = {}
}

variable "topic_arns" {
  type        = map(string)
  description = "SNS topics of the region by severity: critical, warning and info."

  validation {
    condition     = alltrue([for severity in ["critical", "warning", "info"] : contains(keys(var.topic_arns), severity)])
    error_message = "topic_arns needs the keys critical, warning and info."
  }
}
