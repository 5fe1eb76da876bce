variable "a" {
  type    = string
  default = "x-${var.b}" # expect: not-constant
}
