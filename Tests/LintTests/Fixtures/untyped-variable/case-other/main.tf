variable "v0" {
  type = string
}


variable "v1" {
  type = string
}


variable "v2" {
  type = string
}


variable "v3" {
  type = string
}

variable "forgotten" { # expect: untyped-variable
}

module "other" {
  source = "./other"
  a      = "${var.v0}${var.v1}${var.v2}${var.v3}${var.forgotten}"
}
