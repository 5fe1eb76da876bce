variable "days" {
  type    = number
  default = null
}

resource "aws_cloudwatch_log_group" "wrong" { # expect: endless-logs
  name = "a"
}

resource "aws_cloudwatch_log_group" "right" {
  name              = "a"
  retention_in_days = var.days
}
