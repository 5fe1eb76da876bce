variable "approval_topic_arn" {
  type        = string
  description = "SNS topic of the requests for approval; needed with manual_approval."
  default     = null
}

variable "artifact_stores" {
  type = map(object({
    bucket      = string
    bucket_arn  = string
    kms_key_arn = string
  }))
  description = "Artifact bucket and key by region, for the same regions as targets."
}

variable "buildspec" {
  type        = string
  description = "Build specification file in the repository; null for a Docker build of its root folder."
  default     = null
}

variable "container_port" {
  type        = number
  description = "Port of the container."
}

variable "cpu_architecture" {
  type        = string
  description = "CPU architecture of the image: X86_64 or ARM64."
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.cpu_architecture)
    error_message = "cpu_architecture must be X86_64 or ARM64."
  }
}

variable "deployment" {
  type        = string
  description = "How the service is deployed: rolling (by ECS) or blue_green (by CodeDeploy)."

  validation {
    condition     = var.deployment == "rolling"
    error_message = "This tree was rendered for deployment rolling only."
  }
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of the build and its logs, in the region of the pipeline."
}

variable "log_retention_in_days" {
  type        = number
  description = "Days for which the logs of the build are kept."
  default     = 30
}

variable "manual_approval" {
  type        = bool
  description = "Ask for approval before the deployment."
  default     = false
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "region" {
  type        = string
  description = "AWS region of the pipeline: the primary one."
}

variable "repository_url" {
  type        = string
  description = "Private ECR repository of the image, in the region of the pipeline, without tag."
}

variable "service_name" {
  type        = string
  description = "Service that the pipeline deploys, and name of its container."
}

variable "source_settings" {
  type = object({
    type           = optional(string, "connection")
    connection_arn = optional(string)
    repository     = string
    branch         = optional(string, "main")
  })
  description = "Source of the pipeline: a code connection (GitHub and others) or CodeCommit, repository and branch."

  validation {
    condition     = var.source_settings.type == "connection"
    error_message = "This tree was rendered for sources of type connection only."
  }

  validation {
    condition     = var.source_settings.type != "connection" || var.source_settings.connection_arn != null
    error_message = "A source of type connection needs connection_arn."
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "targets" {
  type = map(object({
    cluster_name   = string
    service_name   = string
    task_role_arns = list(string)
  }))
  description = "Service to deploy by region: cluster, name, and the roles that its tasks take."

  validation {
    condition     = length(var.targets) > 0
    error_message = "A pipeline deploys to at least one region."
  }
}
