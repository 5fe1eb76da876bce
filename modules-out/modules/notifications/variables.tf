variable "email_subscriptions" {
  type        = map(list(string))
  description = "E-mail addresses by severity: critical, warning, info."
  default     = {}

  validation {
    condition     = alltrue([for severity in keys(var.email_subscriptions) : contains(["critical", "warning", "info"], severity)])
    error_message = "The severities of ${var.environment} are critical, warning and info."
  }
}

variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of the topics; its policy must let the publishers use it, which the key that AWS manages for SNS does not."
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "pagerduty_endpoints" {
  type        = map(string)
  description = "PagerDuty integration URL by severity: critical, warning, info."
  sensitive   = true

  validation {
    condition     = alltrue([for severity in keys(var.pagerduty_endpoints) : contains(["critical", "warning", "info"], severity)])
    error_message = "The severities are critical, warning and info."
  }

  validation {
    condition     = alltrue([for url in values(var.pagerduty_endpoints) : startswith(url, "https://")])
    error_message = "A PagerDuty integration URL starts with https://."
  }
}

variable "publisher_services" {
  type        = list(string)
  description = "Services that may publish to the topics and name the source account when they do."
  default = [
    "budgets.amazonaws.com",
    "cloudwatch.amazonaws.com",
    "costalerts.amazonaws.com",
  ]
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}
