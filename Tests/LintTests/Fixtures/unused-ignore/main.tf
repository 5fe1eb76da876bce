# infragen:ignore unused-variable kept for the callers of the old version
variable "old" {
  type = string
}

# infragen:ignore unused-variable nothing to be silenced here # expect: unused-ignore
variable "used" {
  type = string
}

locals {
  a = var.used
  b = var.b # infragen:ignore undeclared-variabel it comes later # expect: unused-ignore
}
