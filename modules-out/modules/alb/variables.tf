variable "access_logs_bucket" {
  type        = string
  description = "Bucket of the access logs, in the same region, encrypted with SSE-S3 (load balancers deliver to no other)."
}

variable "certificate_arn" {
  type        = string
  description = "ACM certificate of the HTTPS listener, in the same region."
}

variable "default_target_group" {
  type        = string
  description = "Key of the target group that receives what no rule matches."
}

variable "direct_header" {
  type        = string
  description = "Request header that reaches one target group by its key, for tests before public routing."
  default     = "X-Infragen-Target"
}

variable "enable_deletion_protection" {
  type        = bool
  description = "Protect the load balancer from deletion."
  default     = true
}

variable "idle_timeout" {
  type        = number
  description = "Seconds after which an idle connection is closed."
  default     = 60

  validation {
    condition     = var.idle_timeout >= 1 && var.idle_timeout <= 4000
    error_message = "idle_timeout must be between 1 and 4000."
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

variable "origin_verify" {
  type = object({
    header = string
    values = list(string)
  })
  description = "Header that every request must carry and the values it may have: the current secret and, while it is rotated, the previous one."
  sensitive   = true

  validation {
    condition     = length(var.origin_verify.values) >= 1 && length(var.origin_verify.values) <= 2
    error_message = "origin_verify takes one or two accepted values."
  }
}

variable "public_subnets" {
  type        = list(string)
  description = "Public subnet ids of the load balancer, in at least two zones."
}

variable "ssl_policy" {
  type        = string
  description = "TLS policy of the HTTPS listener."
  default     = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "target_groups" {
  type = map(object({
    port                 = number
    protocol             = optional(string, "HTTP")
    target_type          = optional(string, "ip")
    deregistration_delay = optional(number, 60)
    direct_priority      = optional(number)
    health_check = optional(object({
      path                = optional(string, "/health")
      interval            = optional(number, 30)
      timeout             = optional(number, 5)
      healthy_threshold   = optional(number, 2)
      unhealthy_threshold = optional(number, 3)
      matcher             = optional(string, "200-399")
    }), {})
  }))
  description = "Target groups by key (for example web-current and web-canary), and the priority of the rule that reaches the group by direct_header."

  validation {
    condition     = alltrue([for group in values(var.target_groups) : group.health_check.timeout < group.health_check.interval])
    error_message = "The health check timeout must be smaller than its interval."
  }

  validation {
    condition     = alltrue([for group in values(var.target_groups) : group.direct_priority == null ? true : group.direct_priority >= 49000 && group.direct_priority <= 49998])
    error_message = "Priorities of direct rules are between 49000 and 49998."
  }

  validation {
    condition     = length(distinct([for group in values(var.target_groups) : group.direct_priority if group.direct_priority != null])) == length([for group in values(var.target_groups) : group if group.direct_priority != null])
    error_message = "Two target groups share a direct priority."
  }
}

variable "vpc_id" {
  type        = string
  description = "VPC of the load balancer."
}
