variable "container_insights" {
  type        = string
  description = "Container Insights of the cluster: enabled, enhanced or disabled."
  default     = "enabled"

  validation {
    condition     = contains(["enabled", "enhanced", "disabled"], var.container_insights)
    error_message = "container_insights must be enabled, enhanced or disabled."
  }
}

variable "default_capacity_provider_strategy" {
  type = map(object({
    weight = number
    base   = optional(number, 0)
  }))
  description = "Weight and base of FARGATE and FARGATE_SPOT for tasks that are started without a strategy."
  default     = { FARGATE = { weight = 1, base = 1 } }

  validation {
    condition     = alltrue([for name in keys(var.default_capacity_provider_strategy) : contains(["FARGATE", "FARGATE_SPOT"], name)])
    error_message = "Capacity providers are FARGATE and FARGATE_SPOT."
  }

  validation {
    condition     = length([for strategy in values(var.default_capacity_provider_strategy) : strategy if strategy.base > 0]) <= 1
    error_message = "Only one capacity provider may have a base."
  }
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of ECS Exec sessions and of the log groups."
}

variable "log_retention_in_days" {
  type        = number
  description = "Days for which the logs of ECS Exec and Container Insights are kept."
  default     = 30
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}
