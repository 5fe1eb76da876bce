variable "autoscaling" {
  type = object({
    enabled             = optional(bool, true)
    mode                = optional(string, "target_tracking")
    min_capacity        = optional(number, 2)
    max_capacity        = optional(number, 10)
    cpu_target          = optional(number, 70)
    cpu_scale_in        = optional(number, 50)
    memory_target       = optional(number)
    memory_scale_in     = optional(number)
    requests_per_target = optional(number)
    scale_in_cooldown   = optional(number, 300)
    scale_out_cooldown  = optional(number, 300)
  })
  description = "Scaling of the current service: limits in tasks, targets in percent (requests per minute and task), cooldowns in seconds. A null memory_target leaves memory out."
  default     = {}

  validation {
    condition     = contains(["target_tracking", "step"], var.autoscaling.mode)
    error_message = "autoscaling.mode must be target_tracking or step."
  }

  validation {
    condition     = var.autoscaling.min_capacity <= var.autoscaling.max_capacity
    error_message = "autoscaling.min_capacity must not exceed max_capacity."
  }
}

variable "canary" {
  type = object({
    enabled       = optional(bool, false)
    image_tag     = string
    desired_count = optional(number, 1)
  })
  description = "Canary service: on or off, its image tag and its own number of tasks; null for a service without canary."
  default     = null
}

variable "capacity_provider_strategy" {
  type = map(object({
    weight = number
    base   = optional(number, 0)
  }))
  description = "Weight and base of FARGATE and FARGATE_SPOT."

  validation {
    condition     = length(var.capacity_provider_strategy) > 0 && length([for strategy in values(var.capacity_provider_strategy) : strategy if strategy.base > 0]) <= 1
    error_message = "A strategy has at least one capacity provider, and only one of them may have a base."
  }
}

variable "cluster_arn" {
  type        = string
  description = "ECS cluster of the service."
}

variable "cluster_name" {
  type        = string
  description = "Name of the ECS cluster, for scaling and metrics."
}

variable "command" {
  type        = list(string)
  description = "Command of the container; null for that of the image."
  default     = null
}

variable "container_port" {
  type        = number
  description = "Port that the container listens on."

  validation {
    condition     = var.container_port >= 1 && var.container_port <= 65535
    error_message = "container_port must be between 1 and 65535."
  }
}

variable "container_user" {
  type        = string
  description = "User of the container's process; null for that of the image."
  default     = null
}

variable "cpu" {
  type        = number
  description = "CPU units of a task (1024 are one vCPU)."

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "cpu must be 256, 512, 1024, 2048, 4096, 8192 or 16384."
  }
}

variable "cpu_architecture" {
  type        = string
  description = "CPU architecture of the tasks: X86_64 or ARM64."
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.cpu_architecture)
    error_message = "cpu_architecture must be X86_64 or ARM64."
  }
}

variable "deployment_maximum_percent" {
  type        = number
  description = "Most tasks during a deployment, in percent of the desired count."
  default     = 200
}

variable "deployment_minimum_healthy_percent" {
  type        = number
  description = "Fewest healthy tasks during a deployment, in percent of the desired count."
  default     = 100
}

variable "desired_count" {
  type        = number
  description = "Tasks of the current service; only the first number when autoscaling is on."
}

variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "environment_variables" {
  type        = map(string)
  description = "Environment variables of the container."
  default     = {}
}

variable "ephemeral_storage_gib" {
  type        = number
  description = "Ephemeral storage of a Fargate task in GiB; 20 come without asking."
  default     = 20

  validation {
    condition     = var.ephemeral_storage_gib >= 20 && var.ephemeral_storage_gib <= 200
    error_message = "ephemeral_storage_gib must be between 20 and 200."
  }
}

variable "health_check_grace_period_seconds" {
  type        = number
  description = "Seconds for which the health checks of the load balancer do not count after a task has started."
  default     = 60
}

variable "image_owner" {
  type        = string
  description = "Who owns the image of the running service: terraform (image_tag) or pipeline (the last deployment)."
  default     = "terraform"

  validation {
    condition     = contains(["terraform", "pipeline"], var.image_owner)
    error_message = "image_owner must be terraform or pipeline."
  }
}

variable "image_repository" {
  type        = string
  description = "Image repository without tag."
}

variable "image_tag" {
  type        = string
  description = "Image tag of the current service."
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of the log group."
}

variable "load_balancer_security_group_ids" {
  type        = map(string)
  description = "Security groups of the load balancers that reach the tasks, by kind (alb, nlb)."
  default     = {}
}

variable "log_retention_in_days" {
  type        = number
  description = "Days for which the logs of the service are kept."
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_in_days)
    error_message = "log_retention_in_days must be a retention that CloudWatch Logs accepts."
  }
}

variable "memory" {
  type        = number
  description = "Memory of a task in MiB."

  validation {
    condition     = var.memory >= 512 && var.memory <= 122880
    error_message = "memory must be between 512 and 122880 MiB."
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

variable "peers" {
  type = map(object({
    security_group_id = string
    port              = number
  }))
  description = "Security groups and ports that the tasks connect to, by stable name (database, cache)."
  default     = {}
}

variable "private_subnets" {
  type        = list(string)
  description = "Subnet ids of the tasks."
}

variable "readonly_root_filesystem" {
  type        = bool
  description = "Mount the root filesystem of the container read-only."
  default     = true
}

variable "region" {
  type        = string
  description = "AWS region of the service, for log delivery and trust policies."
}

variable "request_count_resource_label" {
  type        = string
  description = "Load balancer and target group whose requests are counted: <load balancer ARN suffix>/<target group ARN suffix>."
  default     = null
}

variable "secret_kms_key_arns" {
  type        = list(string)
  description = "Customer KMS keys of the secrets."
  default     = []
}

variable "secrets" {
  type        = map(string)
  description = "Environment variables that ECS reads from Secrets Manager or Parameter Store, by name: the ARN, which may go on with :json-key:version-stage:version-id."
  default     = {}
}

variable "service_name" {
  type        = string
  description = "Name of the service and of its container."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,18}[a-z0-9]$", var.service_name))
    error_message = "service_name must be 2 to 20 characters of a-z, 0-9 and hyphens, start with a letter and not end with a hyphen."
  }
}

variable "stop_timeout" {
  type        = number
  description = "Seconds between the request to stop and the kill."
  default     = 30

  validation {
    condition     = var.stop_timeout >= 2 && var.stop_timeout <= 120
    error_message = "stop_timeout must be between 2 and 120."
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "target_group_arns" {
  type        = map(string)
  description = "Target group ARNs by variant (current, canary), from an output that waits until a listener knows them."
  default     = {}
}

variable "task_policy_statements" {
  type = map(object({
    actions   = list(string)
    resources = list(string)
  }))
  description = "What the application may do: IAM statements by sid."
  default     = {}

  validation {
    condition     = alltrue([for statement in values(var.task_policy_statements) : !contains(statement.actions, "*")])
    error_message = "A task policy statement must not allow every action."
  }
}

variable "vpc_id" {
  type        = string
  description = "VPC of the tasks."
}

variable "wait_for_steady_state" {
  type        = bool
  description = "Let terraform apply wait until the current service is stable; a rolled back deployment is an error then."
  default     = false
}
