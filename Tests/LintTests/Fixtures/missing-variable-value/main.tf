variable "desired_count" { # expect: missing-variable-value
  type = number
}

variable "secret" {
  type = string
}

variable "everywhere" {
  type = number
}
