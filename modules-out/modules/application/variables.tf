variable "access_logs_bucket" {
  type        = string
  description = "Bucket of the load balancer's access logs, in the same region, encrypted with SSE-S3."
}

variable "ami_id" {
  type        = string
  description = "Image of the instances; null for the newest Amazon Linux 2023 of their architecture."
  default     = null
}

variable "certificate_arn" {
  type        = string
  description = "ACM certificate of the load balancer, in the same region."
}

variable "cpu_target" {
  type        = number
  description = "Average CPU percentage that the group keeps."
  default     = 70

  validation {
    condition     = var.cpu_target >= 1 && var.cpu_target <= 100
    error_message = "cpu_target must be between 1 and 100."
  }
}

variable "desired_capacity" {
  type        = number
  description = "First number of instances; the scaling policies own it from then on."
}

variable "enable_deletion_protection" {
  type        = bool
  description = "Protect the load balancer from deletion."
  default     = true
}

variable "health_check" {
  type = object({
    path                = optional(string, "/health")
    interval            = optional(number, 30)
    timeout             = optional(number, 5)
    healthy_threshold   = optional(number, 2)
    unhealthy_threshold = optional(number, 3)
    matcher             = optional(string, "200-399")
  })
  description = "Health check of the load balancer; instances that fail it are replaced."
  default     = {}
}

variable "health_check_grace_period" {
  type        = number
  description = "Seconds before the health of a new instance counts."
  default     = 60
}

variable "idle_timeout" {
  type        = number
  description = "Seconds after which the load balancer closes an idle connection."
  default     = 60
}

variable "instance_port" {
  type        = number
  description = "Port that the application listens on."

  validation {
    condition     = var.instance_port >= 1 && var.instance_port <= 65535
    error_message = "instance_port must be between 1 and 65535."
  }
}

variable "instance_type" {
  type        = string
  description = "EC2 instance type."
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of the volumes, whose policy must let the service-linked role of EC2 Auto Scaling use it; null for the EBS key of the account."
  default     = null
}

variable "max_instance_lifetime" {
  type        = number
  description = "Seconds after which an instance is replaced, so that patched images are rolled out; 0 for never."
  default     = 2592000

  validation {
    condition     = var.max_instance_lifetime == 0 || (var.max_instance_lifetime >= 86400 && var.max_instance_lifetime <= 31536000)
    error_message = "max_instance_lifetime must be 0 or between a day (86400) and a year (31536000)."
  }
}

variable "max_size" {
  type        = number
  description = "Largest number of instances."
}

variable "min_size" {
  type        = number
  description = "Smallest number of instances."
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

variable "peers" {
  type = map(object({
    security_group_id = string
    port              = number
  }))
  description = "Security groups and ports that the instances connect to, by stable name (database, cache)."
  default     = {}
}

variable "private_subnets" {
  type        = list(string)
  description = "Private subnet ids of the instances."
}

variable "public_subnets" {
  type        = list(string)
  description = "Public subnet ids of the load balancer."
}

variable "requests_per_target" {
  type        = number
  description = "Requests per minute and instance that the group keeps; null to scale on CPU only."
  default     = null
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "volume_size" {
  type        = number
  description = "Root volume in GiB."
  default     = 20
}

variable "vpc_id" {
  type        = string
  description = "VPC of the application."
}
