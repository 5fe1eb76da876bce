variable "anomaly_detection" {
  type = object({
    enabled              = optional(bool, true)
    threshold_usd        = optional(number, 100)
    frequency            = optional(string, "IMMEDIATE")
    existing_monitor_arn = optional(string)
  })
  description = "Detection of cost anomalies; an account holds one service monitor, so an existing one can be given."
  default     = {}

  validation {
    condition     = contains(["IMMEDIATE", "DAILY", "WEEKLY"], var.anomaly_detection.frequency)
    error_message = "anomaly_detection.frequency must be IMMEDIATE, DAILY or WEEKLY."
  }

  validation {
    condition     = !var.anomaly_detection.enabled || var.anomaly_detection.frequency == "IMMEDIATE" || length(var.email_addresses) > 0
    error_message = "A daily or weekly notice of ${var.environment} goes to e-mail only: give email_addresses."
  }
}

variable "cost_allocation_tag" {
  type = object({
    key   = string
    value = string
  })
  description = "Tag that limits the budget to this deployment; it must be active as a cost allocation tag. Null for the whole account."
  default     = null
}

variable "email_addresses" {
  type        = list(string)
  description = "Addresses that receive notices of the budget, and of anomalies unless these are immediate."
  default     = []
}

variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "monthly_limit_usd" {
  type        = number
  description = "Monthly budget in US dollars."

  validation {
    condition     = var.monthly_limit_usd > 0
    error_message = "monthly_limit_usd must be positive."
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

variable "notifications" {
  type = map(object({
    type    = string
    percent = number
  }))
  description = "Shares of the budget that raise a notice, by name; type is ACTUAL or FORECASTED."
  default = {
    actual-80      = { type = "ACTUAL", percent = 80 }
    actual-100     = { type = "ACTUAL", percent = 100 }
    forecasted-100 = { type = "FORECASTED", percent = 100 }
  }

  validation {
    condition     = length(var.notifications) <= 10 && alltrue([for notice in values(var.notifications) : contains(["ACTUAL", "FORECASTED"], notice.type)])
    error_message = "At most ten notifications, each ACTUAL or FORECASTED."
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "topic_arn" {
  type        = string
  description = "SNS topic of the notices of the budget and of immediate anomalies."
}
