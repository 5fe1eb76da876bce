variable "name" {
  type = string
}

locals {
  a = name # expect: invalid-reference
  b = path.modules # expect: invalid-reference
  c = terraform.work # expect: invalid-reference
  d = aws_vpc # expect: invalid-reference
  e = [for name in ["x"] : name]
  f = { name = var.name }
}

output "all" {
  value = [local.a, local.b, local.c, local.d, local.e, local.f]
}
