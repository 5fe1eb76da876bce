variable "listener_arn" {
  type        = string
  description = "Listener that holds the rules."
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
}

variable "rules" {
  type = map(object({
    priority      = number
    path_patterns = optional(list(string), [])
    host_headers  = optional(list(string), [])
  }))
  description = "Rules by stable key: priority, unique on the listener, path patterns (for example /api and /api/*) and host names (for example api.example.com). The default service has a rule of priority 49999 for /* while it has a canary."

  validation {
    condition     = alltrue([for rule in values(var.rules) : rule.priority == 49999 || (rule.priority >= 1 && rule.priority <= 48999 && floor(rule.priority) == rule.priority)])
    error_message = "A priority is a whole number from 1 to 48999, or 49999 for what no other rule matches; the others are reserved."
  }

  validation {
    condition     = length(distinct([for rule in values(var.rules) : rule.priority])) == length(var.rules)
    error_message = "Two rules share a priority."
  }
}

variable "service_name" {
  type        = string
  description = "Service that the rules lead to, used in tags."
}

variable "stickiness_seconds" {
  type        = number
  description = "Seconds for which a client stays with the target group it got first (0 to 604800); 0 turns it off."
  default     = 0

  validation {
    condition     = var.stickiness_seconds >= 0 && var.stickiness_seconds <= 604800
    error_message = "stickiness_seconds must be between 0 and 604800."
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "target_groups" {
  type = map(object({
    arn    = string
    weight = optional(number, 100)
  }))
  description = "Target groups of the service by variant (current, canary), with their shares of the requests in percent."

  validation {
    condition     = length(var.target_groups) >= 1 && length(var.target_groups) <= 5
    error_message = "A rule forwards to one to five target groups."
  }

  validation {
    condition     = alltrue([for group in values(var.target_groups) : group.weight >= 0]) && sum(concat([0], [for group in values(var.target_groups) : group.weight])) == 100
    error_message = "The weights of the target groups must add up to 100."
  }
}
