terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0, < 6.48"
    }
  }
}

resource "aws_subnet" "this" { # expect: missing-required-argument
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "null" {
  vpc_id = null # expect: missing-required-argument
}

resource "aws_lb" "this" {
  access_logs { # expect: missing-required-argument
    enabled = true
  }
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn

  default_action { # expect: missing-required-argument
    target_group_arn = "arn"
  }

  dynamic "mutual_authentication" { # expect: missing-required-argument
    for_each = [1]
    content {}
  }
}

data "aws_ssm_parameter" "this" {} # expect: missing-required-argument

# Blocks for a set of objects need not have all members.
resource "aws_security_group" "this" {
  ingress {
    from_port = 80
    to_port   = 80
    protocol  = "tcp"
  }
}
