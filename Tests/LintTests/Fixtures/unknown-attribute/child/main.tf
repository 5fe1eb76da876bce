variable "size" {}

output "endpoint" {
  value = { address = "x" }
}
