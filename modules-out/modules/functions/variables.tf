variable "functions" {
  type = map(object({
    description           = optional(string, "")
    runtime               = optional(string, "python3.12")
    handler               = optional(string, "main.handler")
    s3_bucket             = optional(string)
    s3_key                = optional(string)
    image_uri             = optional(string)
    architecture          = optional(string, "arm64")
    memory                = optional(number, 128)
    timeout               = optional(number, 30)
    reserved_concurrency  = optional(number, 10)
    schedule              = optional(string)
    in_vpc                = optional(bool, false)
    environment_variables = optional(map(string), {})
    policy_statements = optional(map(object({
      actions   = list(string)
      resources = list(string)
    })), {})
  }))
  description = "Functions by name: code (an object in S3 or an image), size, timeout in seconds, environment and permissions."

  validation {
    condition     = alltrue([for function in values(var.functions) : function.memory >= 128 && function.memory <= 10240 && function.timeout >= 1 && function.timeout <= 900])
    error_message = "The memory of a function is 128 to 10240 MB, its timeout 1 to 900 seconds."
  }

  validation {
    condition     = alltrue([for function in values(var.functions) : (function.image_uri != null) != (function.s3_bucket != null && function.s3_key != null)])
    error_message = "A function needs either image_uri or both s3_bucket and s3_key."
  }

  validation {
    condition     = alltrue([for function in values(var.functions) : alltrue([for statement in values(function.policy_statements) : !contains(statement.actions, "*")])])
    error_message = "A policy statement must not allow every action."
  }
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of log groups, queues and environment variables."
}

variable "log_retention_in_days" {
  type        = number
  description = "Days for which the logs of the functions are kept."
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

variable "topic_arns" {
  type        = map(string)
  description = "SNS topic ARNs by severity; errors go to warning."
}
