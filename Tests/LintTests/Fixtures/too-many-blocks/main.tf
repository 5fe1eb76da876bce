terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0, < 6.48"
    }
  }
}

resource "aws_lb" "this" {
  access_logs {
    bucket = "one"
  }

  access_logs { # expect: too-many-blocks
    bucket = "two"
  }

  timeouts {
    create = "1m"
  }

  timeouts { # expect: too-many-blocks
    delete = "1m"
  }
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = "arn"

  default_action {
    type = "authenticate-cognito"
  }

  default_action {
    type = "forward"
  }
}
