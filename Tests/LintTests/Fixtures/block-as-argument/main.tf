terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0, < 6.48"
    }
  }
}

resource "aws_lb_target_group" "this" {
  port         = 80
  health_check = { # expect: block-as-argument
    path = "/"
  }
}

resource "aws_ecs_service" "this" {
  name           = "web"
  load_balancer  = [] # expect: block-as-argument
  network_configuration = var.network # expect: block-as-argument
}

# Lists and sets of objects may be written as arguments.
resource "aws_security_group" "this" {
  ingress = []
}

variable "network" {
  type = any
}
