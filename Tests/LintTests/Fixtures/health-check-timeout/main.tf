variable "timeout" {
  type    = number
  default = 30
}

resource "aws_lb_target_group" "slow" {
  protocol = "HTTP"

  health_check {
    interval = 30
    timeout  = var.timeout # expect: health-check-timeout
  }
}

resource "aws_lb_target_group" "right" {
  protocol = "HTTP"

  health_check {
    interval = 30
    timeout  = 5
  }
}

resource "aws_lb_target_group" "tcp" {
  protocol = "TCP"

  health_check {
    protocol = "TCP"
    interval = 10
    timeout  = 10
  }
}
