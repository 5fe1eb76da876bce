variable "port" {
  type = any
}

resource "aws_lb_target_group" "this" {
  port = var.port # expect: incorrect-argument-type

  dynamic "stickiness" {
    for_each = ["lb_cookie"]

    content {
      type            = stickiness.value
      cookie_duration = stickiness.value # expect: incorrect-argument-type
    }
  }
}
