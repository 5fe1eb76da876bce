variable "force_delete" {
  type        = bool
  description = "Delete the repositories together with their images."
  default     = false
}

variable "keep_images" {
  type        = number
  description = "Images kept in each repository."
  default     = 30

  validation {
    condition     = var.keep_images >= 1 && var.keep_images <= 1000
    error_message = "keep_images must be between 1 and 1000."
  }
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of the images."
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "registry_namespace" {
  type        = string
  description = "First part of the repository names, the same in every region."
}

variable "replica_regions" {
  type        = list(string)
  description = "Regions that receive a copy of every image."

  validation {
    condition     = length(var.replica_regions) >= 1
    error_message = "replica_regions must name at least one region."
  }
}

variable "repositories" {
  type        = set(string)
  description = "Repository names without the namespace, one per service."
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}
