variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "slack_channel_id" {
  type        = string
  description = "Id of the Slack channel, for example C0123456789."
}

variable "slack_team_id" {
  type        = string
  description = "Id of the Slack workspace, for example T0123456789."
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "topic_arns" {
  type        = list(string)
  description = "SNS topics, of any region, whose messages the channel shows."
}
