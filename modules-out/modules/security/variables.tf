variable "audit_retention_days" {
  type        = number
  description = "Days that audit records are kept; they move to Glacier after 90."
  default     = 2555

  validation {
    condition     = var.audit_retention_days > 90
    error_message = "audit_retention_days must be more than 90, when the records move to Glacier."
  }
}

variable "cloudtrail_enabled" {
  type        = bool
  description = "Create the trail of all regions; true in one region only."
  default     = false
}

variable "config_enabled" {
  type        = bool
  description = "Create the AWS Config recorder; an account holds one per region."
  default     = true
}

variable "config_record_global_resources" {
  type        = bool
  description = "Record resources that belong to no region, such as IAM roles; true in one region only."
  default     = false
}

variable "config_rules" {
  type        = map(string)
  description = "AWS managed Config rules: identifier by name."
  default = {
    alb-http-to-https       = "ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK"
    cloudtrail-enabled      = "CLOUD_TRAIL_ENABLED"
    encrypted-volumes       = "ENCRYPTED_VOLUMES"
    iam-no-admin-statements = "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS"
    rds-storage-encrypted   = "RDS_STORAGE_ENCRYPTED"
    restricted-ssh          = "INCOMING_SSH_DISABLED"
    s3-public-read          = "S3_BUCKET_PUBLIC_READ_PROHIBITED"
    s3-public-write         = "S3_BUCKET_PUBLIC_WRITE_PROHIBITED"
    s3-ssl-only             = "S3_BUCKET_SSL_REQUESTS_ONLY"
    vpc-flow-logs           = "VPC_FLOW_LOGS_ENABLED"
  }
}

variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "guardduty_enabled" {
  type        = bool
  description = "Create the GuardDuty detector; an account holds one per region."
  default     = true
}

variable "guardduty_features" {
  type        = set(string)
  description = "Sources that GuardDuty watches beside its own."
  default     = ["EBS_MALWARE_PROTECTION", "LAMBDA_NETWORK_LOGS", "RDS_LOGIN_EVENTS", "S3_DATA_EVENTS"]
}

variable "log_retention_in_days" {
  type        = number
  description = "Days that the trail is kept in CloudWatch Logs."
  default     = 365
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
  description = "Region of the module instance."
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "topic_arns" {
  type        = map(string)
  description = "SNS topic ARNs of the region by severity; critical and warning receive findings."
}
