variable "public_subnets" {
  type    = list(string)
  default = []
}

locals {
  colour = "green"
}

output "all" {
  value = [var.public_subnets, local.colour]
}
