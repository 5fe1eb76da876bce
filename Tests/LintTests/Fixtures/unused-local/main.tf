locals {
  used   = 1
  unused = local.used # expect: unused-local
}
