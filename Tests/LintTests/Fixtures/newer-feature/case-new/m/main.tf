# Whoever runs the tree has 1.10 at least, whatever this module would be content with.
terraform {
  required_version = ">= 1.0"
}

variable "name" {
  type = string
}

output "name" {
  value = strcontains(var.name, "a")
}
