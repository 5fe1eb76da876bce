terraform {
  required_version = ">= 1.2"
}

variable "settings" {
  type = object({ # expect: newer-feature
    name = optional(string, "a")
  })

  validation {
    condition     = startswith(var.settings.name, var.prefix) # expect: newer-feature newer-feature
    error_message = "No."
  }
}

variable "prefix" {
  type     = string
  nullable = false
}

import { # expect: newer-feature
  to = terraform_data.this
  id = "a"
}

resource "terraform_data" "this" { # expect: newer-feature
  lifecycle {
    precondition {
      condition     = var.prefix != ""
      error_message = "No."
    }
  }
}

check "this" { # expect: newer-feature
  assert {
    condition     = var.prefix != ""
    error_message = "No."
  }
}

resource "aws_db_instance" "this" {
  password_wo         = "a" # expect: newer-feature
  password_wo_version = 1
}

output "arn" {
  value = provider::aws::arn_parse("a") # expect: newer-feature
}
