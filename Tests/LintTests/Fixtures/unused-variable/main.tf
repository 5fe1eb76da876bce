variable "used" {
  type = string
}

variable "idle_timeout" { # expect: unused-variable
  type = number

  validation {
    condition     = var.idle_timeout > 0
    error_message = "Must be positive."
  }
}

variable "only_in_the_rule_of_another" {
  type = number
}

variable "other" {
  type = number

  validation {
    condition     = var.other > var.only_in_the_rule_of_another
    error_message = "Too small."
  }
}

output "used" {
  value = "${var.used}-${var.other}"
}
