# A module that describes nothing does so on purpose.
variable "a" {
  type = string
}

output "a" {
  value = var.a
}
