variable "canary" {
  type    = number
  default = 10
}

locals {
  weights = { current = 85, canary = var.canary }
}

resource "aws_lb_listener_rule" "sum" {
  action {
    type = "forward"

    forward {
      dynamic "target_group" { # expect: wrong-weights
        for_each = local.weights

        content {
          arn    = "arn"
          weight = target_group.value
        }
      }
    }
  }
}

resource "aws_lb_listener_rule" "right" {
  action {
    type = "forward"

    forward {
      target_group {
        arn    = "a"
        weight = 100 - var.canary
      }

      target_group {
        arn    = "b"
        weight = var.canary
      }
    }
  }
}

resource "aws_lb_listener" "nowhere" {
  default_action {
    type = "forward"

    forward {
      target_group { # expect: wrong-weights
        arn    = "a"
        weight = 0
      }

      target_group {
        arn    = "b"
        weight = 0
      }
    }
  }
}

resource "aws_lb_listener" "large" {
  default_action {
    type = "forward"

    forward {
      target_group { # expect: wrong-weights
        arn    = "a"
        weight = 1000 # expect: wrong-weights
      }

      target_group {
        arn    = "b"
        weight = 1
      }
    }
  }
}
