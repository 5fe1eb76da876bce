variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "force_destroy" {
  type        = bool
  description = "Delete the buckets together with their objects."
  default     = false
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of every bucket but the log bucket."
}

variable "log_expiration_days" {
  type        = number
  description = "Days after which logs are deleted; 0 keeps them."
  default     = 365

  validation {
    condition     = var.log_expiration_days == 0 || var.log_expiration_days > var.log_glacier_days
    error_message = "log_expiration_days of ${var.environment} must be 0 or more than log_glacier_days."
  }
}

variable "log_glacier_days" {
  type        = number
  description = "Days after which logs move to Glacier; 0 for never."
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

variable "noncurrent_expiration_days" {
  type        = number
  description = "Days that replaced and deleted objects are kept."
  default     = 90
}

variable "replicas" {
  type = map(object({
    bucket_arn  = string
    kms_key_arn = string
  }))
  description = "Bucket and KMS key of another region that receive the copies, by bucket: files."
  default     = {}

  validation {
    condition     = alltrue([for bucket in keys(var.replicas) : contains(["files"], bucket)])
    error_message = "Only these buckets are replicated: files."
  }
}

variable "static_site_enabled" {
  type        = bool
  description = "Create the bucket of the static site; true in one region."
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}
