variable "backup_retention_days" {
  type        = number
  description = "Days automated backups are kept."
  default     = 30

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "backup_retention_days must be between 1 and 35."
  }
}

variable "backup_window" {
  type        = string
  description = "Daily backup window in UTC."
  default     = "02:00-03:00"
}

variable "database_insights_mode" {
  type        = string
  description = "Mode of Database Insights; advanced needs performance_insights_retention_days of 465 or more."
  default     = "standard"

  validation {
    condition     = contains(["standard", "advanced"], var.database_insights_mode)
    error_message = "database_insights_mode must be standard or advanced."
  }

  validation {
    condition     = var.database_insights_mode == "standard" || var.performance_insights_retention_days >= 465
    error_message = "database_insights_mode advanced needs performance_insights_retention_days of 465 or more."
  }
}

variable "database_name" {
  type        = string
  description = "Name of the first database."
  default     = "app"
}

variable "deletion_protection" {
  type        = bool
  description = "Protect the cluster from deletion."
  default     = true
}

variable "engine_version" {
  type        = string
  description = "Engine version; a later change upgrades every member through the global database."
}

variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "global_cluster_identifier" {
  type        = string
  description = "Global database that a secondary joins (output of the primary)."
  default     = null

  validation {
    condition     = var.role == "primary" || var.global_cluster_identifier != null
    error_message = "A secondary needs global_cluster_identifier."
  }
}

variable "global_name" {
  type        = string
  description = "Name of the global database without region, needed by the primary."
  default     = null

  validation {
    condition     = var.role == "secondary" || var.global_name != null
    error_message = "A primary needs global_name."
  }
}

variable "instance_class" {
  type        = string
  description = "Instance class; a global database needs a memory optimised one."
  default     = "db.r6g.large"
}

variable "instance_count" {
  type        = number
  description = "Instances of the cluster, the writer included."
  default     = 2

  validation {
    condition     = var.instance_count >= 1 && var.instance_count <= 16
    error_message = "instance_count must be between 1 and 16."
  }
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of the cluster's own region."
}

variable "log_retention_in_days" {
  type        = number
  description = "Days the exported logs are kept."
  default     = 90
}

variable "maintenance_window" {
  type        = string
  description = "Weekly maintenance window in UTC, apart from the backup window."
  default     = "sun:04:00-sun:05:00"
}

variable "master_password" {
  type        = string
  description = "Master password, needed by the primary."
  default     = null
  sensitive   = true

  validation {
    condition     = var.role == "secondary" || can(regex("^[!#-&(-.0-?A-~]{8,128}$", var.master_password))
    error_message = "A primary needs a master_password of 8 to 128 characters without /, @, quotes and spaces."
  }
}

variable "master_username" {
  type        = string
  description = "Master user name."
  default     = "dbadmin"
  sensitive   = true
}

variable "monitoring_interval" {
  type        = number
  description = "Seconds between enhanced monitoring samples; 0 turns them off."
  default     = 60

  validation {
    condition     = contains([0, 1, 5, 10, 15, 30, 60], var.monitoring_interval)
    error_message = "monitoring_interval must be 0, 1, 5, 10, 15, 30 or 60."
  }
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "parameter_group_family" {
  type        = string
  description = "Parameter group family of the engine version."
}

variable "performance_insights_retention_days" {
  type        = number
  description = "Days Performance Insights data is kept: 7, a multiple of 31 up to 713, or 731."
  default     = 7

  validation {
    condition     = contains([7, 731], var.performance_insights_retention_days) || contains([for months in range(1, 24) : months * 31], var.performance_insights_retention_days)
    error_message = "performance_insights_retention_days must be 7, a multiple of 31 up to 713, or 731."
  }
}

variable "replica_autoscaling" {
  type = object({
    min        = number
    max        = number
    cpu_target = number
  })
  description = "Least and most readers that autoscaling keeps, and the average CPU percentage it aims at."

  validation {
    condition     = var.replica_autoscaling.min <= var.replica_autoscaling.max && var.replica_autoscaling.max <= 15
    error_message = "replica_autoscaling.min must not exceed max, and max must not exceed 15."
  }
}

variable "role" {
  type        = string
  description = "Role of the cluster in the global database: primary or secondary."

  validation {
    condition     = contains(["primary", "secondary"], var.role)
    error_message = "role must be primary or secondary."
  }
}

variable "secret_replicas" {
  type        = map(string)
  description = "Regions the credentials are copied to, with the KMS key to use there."
  default     = {}
}

variable "skip_final_snapshot" {
  type        = bool
  description = "Delete the cluster without a final snapshot."
  default     = false
}

variable "source_region" {
  type        = string
  description = "Region of the primary, needed by a secondary because its storage is encrypted."
  default     = null

  validation {
    condition     = var.role == "primary" || var.source_region != null
    error_message = "A secondary needs source_region."
  }
}

variable "subnet_ids" {
  type        = list(string)
  description = "Subnets of the cluster, in at least two zones."
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "vpc_id" {
  type        = string
  description = "VPC of the cluster."
}
