variable "a" {
  type = string
}

variable "a" {} # expect: duplicate-declaration

locals {
  b = var.a
}
