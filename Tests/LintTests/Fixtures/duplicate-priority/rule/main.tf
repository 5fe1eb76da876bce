variable "listener_arn" {
  type = string
}

variable "priority" {
  type = number
}

resource "aws_lb_listener_rule" "this" {
  listener_arn = var.listener_arn
  priority     = var.priority # expect: duplicate-priority
}
