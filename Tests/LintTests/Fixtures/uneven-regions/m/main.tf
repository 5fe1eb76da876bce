variable "name" {
  type    = string
  default = ""
}

variable "vpc_id" {
  type    = string
  default = null
}

variable "role" {
  type    = string
  default = ""
}

output "vpc_id" {
  value = var.name
}

output "global_cluster_identifier" {
  value = var.role
}
