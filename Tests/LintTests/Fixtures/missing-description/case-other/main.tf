variable "v0" {
  type        = string
  description = "What it is."
}


variable "v1" {
  type        = string
  description = "What it is."
}


variable "v2" {
  type        = string
  description = "What it is."
}


variable "v3" {
  type        = string
  description = "What it is."
}


variable "v4" {
  type        = string
  description = "What it is."
}

variable "forgotten" { # expect: missing-description
  type = string
}

module "other" {
  source = "./other"
  a      = "${var.v0}${var.v1}${var.v2}${var.v3}${var.v4}${var.forgotten}"
}
