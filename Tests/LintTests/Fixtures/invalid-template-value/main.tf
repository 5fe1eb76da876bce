variable "names" {
  type = list(string)
}

output "all" {
  value = [
    "names: ${var.names}", # expect: invalid-template-value
    "names: ${join(", ", var.names)}",
    "${var.names}",
  ]
}
