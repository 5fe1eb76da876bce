variable "input" {}

output "output" {
  value = var.input
}

output "fixed" {
  value = "x"
}
