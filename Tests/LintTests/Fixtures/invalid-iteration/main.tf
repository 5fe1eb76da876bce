variable "count_of_zones" {
  type = number
}

output "zones" {
  value = [for zone in var.count_of_zones : zone] # expect: invalid-iteration
}
