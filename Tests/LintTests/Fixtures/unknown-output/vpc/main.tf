variable "cidr" {
  type = string
}

output "vpc_id" {
  value = var.cidr
}

output "public_subnet_ids" {
  value = []
}
