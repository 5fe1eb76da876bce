variable "azs" {
  type        = list(string)
  description = "Availability zones, in the order of the subnet lists."

  validation {
    condition     = length(var.azs) >= 2 && length(distinct(var.azs)) == length(var.azs)
    error_message = "azs must list at least two different availability zones."
  }

  validation {
    condition     = alltrue([for az in var.azs : startswith(az, var.region)])
    error_message = "azs must be zones of ${var.region}."
  }
}

variable "database_subnets" {
  type        = list(string)
  description = "CIDR of the isolated database subnet of each zone, in the order of azs; empty to place databases in the private subnets."
  default     = []

  validation {
    condition     = alltrue([for c in var.database_subnets : can(cidrhost(c, 0))])
    error_message = "Every database subnet must be a valid CIDR."
  }

  validation {
    condition     = contains([0, length(var.azs)], length(var.database_subnets))
    error_message = "database_subnets must be empty or hold one CIDR for each of the ${length(var.azs)} zones."
  }
}

variable "environment" {
  type        = string
  description = "Name of the environment (for example dev, staging or production)."
}

variable "flow_log_retention_in_days" {
  type        = number
  description = "Days the flow logs are kept."
  default     = 90
}

variable "flow_log_traffic_type" {
  type        = string
  description = "Traffic that the flow log records: ACCEPT, REJECT or ALL."
  default     = "ALL"

  validation {
    condition     = contains(["ACCEPT", "REJECT", "ALL"], var.flow_log_traffic_type)
    error_message = "flow_log_traffic_type must be ACCEPT, REJECT or ALL."
  }
}

variable "gateway_endpoints" {
  type        = set(string)
  description = "Services with a gateway endpoint: s3, dynamodb."
  default     = ["s3", "dynamodb"]

  validation {
    condition     = alltrue([for s in var.gateway_endpoints : contains(["s3", "dynamodb"], s)])
    error_message = "Only s3 and dynamodb have gateway endpoints."
  }
}

variable "kms_key_arn" {
  type        = string
  description = "KMS key of the flow logs."
}

variable "map_public_ip_on_launch" {
  type        = bool
  description = "Give what is started in the public subnets a public address."
  default     = true
}

variable "name_prefix" {
  type        = string
  description = "First part of every name, unique per project, environment and region (for example shop-prod-use1)."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name_prefix)) && !strcontains(var.name_prefix, "--")
    error_message = "name_prefix must be 3 to 24 characters of a-z, 0-9 and single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "private_acl_rules" {
  type = map(object({
    egress          = bool
    rule_number     = number
    rule_action     = optional(string, "allow")
    protocol        = string
    from_port       = optional(number)
    to_port         = optional(number)
    cidr_block      = optional(string)
    ipv6_cidr_block = optional(string)
  }))
  description = "Rules of the network ACL of the private and database subnets, by name; without a CIDR block a rule covers the VPC."
  default = {
    in-vpc       = { egress = false, rule_number = 100, protocol = "-1" }
    in-ephemeral = { egress = false, rule_number = 110, protocol = "tcp", from_port = 1024, to_port = 65535, cidr_block = "0.0.0.0/0" }
    in-udp-dns   = { egress = false, rule_number = 120, protocol = "udp", from_port = 1024, to_port = 65535, cidr_block = "0.0.0.0/0" }
    out-all      = { egress = true, rule_number = 100, protocol = "-1", cidr_block = "0.0.0.0/0" }
  }

  validation {
    condition     = alltrue([for r in values(var.private_acl_rules) : r.rule_number >= 1 && r.rule_number <= 32766])
    error_message = "Network ACL rule numbers must be between 1 and 32766."
  }
}

variable "private_subnets" {
  type        = list(string)
  description = "CIDR of the private subnet of each zone, in the order of azs."

  validation {
    condition     = alltrue([for c in var.private_subnets : can(cidrhost(c, 0))])
    error_message = "Every private subnet must be a valid CIDR."
  }

  validation {
    condition     = length(var.private_subnets) == length(var.azs)
    error_message = "private_subnets of the ${var.environment} network must hold one CIDR for each of the ${length(var.azs)} zones."
  }
}

variable "public_acl_rules" {
  type = map(object({
    egress          = bool
    rule_number     = number
    rule_action     = optional(string, "allow")
    protocol        = string
    from_port       = optional(number)
    to_port         = optional(number)
    cidr_block      = optional(string)
    ipv6_cidr_block = optional(string)
  }))
  description = "Rules of the network ACL of the public subnets, by name; without a CIDR block a rule covers the VPC."
  default = {
    in-http      = { egress = false, rule_number = 100, protocol = "tcp", from_port = 80, to_port = 80, cidr_block = "0.0.0.0/0" }
    in-https     = { egress = false, rule_number = 110, protocol = "tcp", from_port = 443, to_port = 443, cidr_block = "0.0.0.0/0" }
    in-ephemeral = { egress = false, rule_number = 120, protocol = "tcp", from_port = 1024, to_port = 65535, cidr_block = "0.0.0.0/0" }
    in-vpc       = { egress = false, rule_number = 130, protocol = "-1" }
    out-all      = { egress = true, rule_number = 100, protocol = "-1", cidr_block = "0.0.0.0/0" }
  }

  validation {
    condition     = alltrue([for r in values(var.public_acl_rules) : r.rule_number >= 1 && r.rule_number <= 32766])
    error_message = "Network ACL rule numbers must be between 1 and 32766."
  }
}

variable "public_subnets" {
  type        = list(string)
  description = "CIDR of the public subnet of each zone, in the order of azs."

  validation {
    condition     = alltrue([for c in var.public_subnets : can(cidrhost(c, 0))])
    error_message = "Every public subnet must be a valid CIDR."
  }

  validation {
    condition     = length(var.public_subnets) == length(var.azs)
    error_message = "public_subnets of the ${var.environment} network must hold one CIDR for each of the ${length(var.azs)} zones."
  }
}

variable "region" {
  type        = string
  description = "Region of the network."
}

variable "single_nat_gateway" {
  type        = bool
  description = "Use one NAT gateway for all zones instead of one per zone."
  default     = false
}

variable "tags" {
  type        = map(string)
  description = "Tags beside the provider's default tags for every resource of the module."
  default     = {}
}

variable "vpc_cidr" {
  type        = string
  description = "IPv4 range of the VPC, /16 to /28."
  default     = "10.0.0.0/16"

  validation {
    condition     = can(cidrhost(var.vpc_cidr, 0)) && try(tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 28, false)
    error_message = "vpc_cidr must be a valid IPv4 CIDR between /16 and /28."
  }
}
