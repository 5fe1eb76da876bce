variable "access_logs_bucket_arn" {
  type        = string
  description = "Bucket for access logs; its policy must admit log delivery."
}

variable "alarm_topic_arns" {
  type        = map(string)
  description = "SNS topics in us-east-1 by severity: critical and info."

  validation {
    condition     = alltrue([for severity in ["critical", "info"] : contains(keys(var.alarm_topic_arns), severity)])
    error_message = "alarm_topic_arns needs the keys critical and info."
  }
}

variable "aliases" {
  type        = list(string)
  description = "Public names of the site, the domain itself included."
}

variable "application" {
  type = object({
    primary_dns       = string
    primary_zone_id   = string
    secondary_dns     = optional(string)
    secondary_zone_id = optional(string)
  })
  description = "Load balancers of the EC2 application, which gets the paths that the spec gives it."
}

variable "cache_ttl" {
  type = object({
    default = optional(number, 3600)
    max     = optional(number, 86400)
    min     = optional(number, 0)
  })
  description = "Seconds the application's responses are kept."
  default     = {}

  validation {
    condition     = var.cache_ttl.min <= var.cache_ttl.default && var.cache_ttl.default <= var.cache_ttl.max
    error_message = "cache_ttl must go up from min over default to max."
  }
}

variable "certificate_arn" {
  type        = string
  description = "ACM certificate in us-east-1 that covers every alias."
}

variable "default_root_object" {
  type        = string
  description = "Object served for the root; empty to ask the application."
  default     = ""
}

variable "domain_name" {
  type        = string
  description = "Domain name of the site; the names of the load balancers are made under it."
}

variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "error_rate_threshold" {
  type        = number
  description = "Percentage of 5XX answers that raises a critical alarm."
  default     = 5
}

variable "health_check_alarm_names" {
  type        = map(string)
  description = "Alarms that the health checks follow, by role: primary and secondary."
}

variable "health_check_alarm_revisions" {
  type        = map(string)
  description = "Texts that change with the definition of these alarms, by role."
}

variable "log_retention_in_days" {
  type        = number
  description = "Days the log of the web ACL is kept."
  default     = 90
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "origin_connection_attempts" {
  type        = number
  description = "Connection attempts before an origin counts as failed."
  default     = 2

  validation {
    condition     = var.origin_connection_attempts >= 1 && var.origin_connection_attempts <= 3
    error_message = "origin_connection_attempts must be between 1 and 3."
  }
}

variable "origin_connection_timeout" {
  type        = number
  description = "Seconds a connection attempt may take."
  default     = 5

  validation {
    condition     = var.origin_connection_timeout >= 1 && var.origin_connection_timeout <= 10
    error_message = "origin_connection_timeout must be between 1 and 10."
  }
}

variable "origin_read_timeout" {
  type        = number
  description = "Seconds CloudFront waits for an answer."
  default     = 30
}

variable "origin_verify" {
  type = object({
    header = string
    value  = string
  })
  description = "Secret header that CloudFront sends to the load balancers."
  sensitive   = true
}

variable "price_class" {
  type        = string
  description = "Price class, which decides where CloudFront answers from."
  default     = "PriceClass_100"

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "primary_alb_dns" {
  type        = string
  description = "DNS name of the load balancer in the primary region."
}

variable "primary_alb_zone_id" {
  type        = string
  description = "Hosted zone of the load balancer in the primary region."
}

variable "primary_region" {
  type        = string
  description = "Region that serves normally."
}

variable "secondary_alb_dns" {
  type        = string
  description = "DNS name of the load balancer in the secondary region; null without one."
  default     = null
}

variable "secondary_alb_zone_id" {
  type        = string
  description = "Hosted zone of the load balancer in the secondary region; null without one."
  default     = null
}

variable "secondary_region" {
  type        = string
  description = "Region that takes over; null without one."
  default     = null
}

variable "static_site" {
  type = object({
    bucket_arn                  = string
    bucket_id                   = string
    bucket_regional_domain_name = string
  })
  description = "Bucket of the static site, in the primary region."
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "us_east_1_kms_key_arn" {
  type        = string
  description = "KMS key in us-east-1 for the log of the web ACL."
}

variable "waf_rate_limit" {
  type        = number
  description = "Requests in five minutes from one address before it is blocked."
  default     = 2000

  validation {
    condition     = var.waf_rate_limit >= 10 && var.waf_rate_limit <= 2000000000
    error_message = "waf_rate_limit must be between 10 and 2000000000."
  }
}

variable "zone_id" {
  type        = string
  description = "Route 53 hosted zone of the domain."
}
