variable "create_validation_records" {
  type        = bool
  description = "Create the validation records; true in one region only, because all regions share them."
  default     = true
}

variable "domain_name" {
  type        = string
  description = "Main name of the certificate; a wildcard is allowed."
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "subject_alternative_names" {
  type        = list(string)
  description = "Further names of the certificate."
  default     = []
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "validation_record_fqdns" {
  type        = list(string)
  description = "Validation records that another region made; needed when create_validation_records is false."
  default     = []

  validation {
    condition     = var.create_validation_records || length(var.validation_record_fqdns) > 0
    error_message = "validation_record_fqdns is needed when create_validation_records is false."
  }
}

variable "zone_id" {
  type        = string
  description = "Hosted zone of the validation records."
}
