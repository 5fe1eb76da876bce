variable "weight" {
  type = number
}

locals {
  weights = { a = var.weight }
  total   = sum(values(local.weight)) # expect: undeclared-local
  other   = local.wights # expect: undeclared-local
}

output "all" {
  value = [for local in ["x"] : local] == [] ? local.total : local.other
}
