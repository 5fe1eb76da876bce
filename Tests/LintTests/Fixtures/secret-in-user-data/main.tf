variable "db_password" {
  type      = string
  sensitive = true
}

variable "name" {
  type = string
}

locals {
  script = "echo ${var.db_password}"
}

resource "aws_instance" "wrong" {
  user_data = local.script # expect: secret-in-user-data
}

resource "aws_launch_template" "wrong" {
  user_data = base64encode("echo ${var.db_password}") # expect: secret-in-user-data
}

resource "aws_instance" "right" {
  user_data = "echo ${var.name}"
}
