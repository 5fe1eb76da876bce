variable "priority" {
  type = number
}

resource "aws_lb_listener_rule" "this" {
  priority = var.priority # expect: priority-out-of-range
}

resource "aws_lb_listener_rule" "rest" {
  priority = 49999
}
