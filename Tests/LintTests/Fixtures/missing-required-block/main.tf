terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0, < 6.48"
    }
  }
}

resource "aws_lb_listener" "this" { # expect: missing-required-block
  load_balancer_arn = "arn"
}

resource "aws_lb_listener" "dynamic" {
  load_balancer_arn = "arn"

  dynamic "default_action" {
    for_each = []
    content {
      type = "forward"
    }
  }
}

resource "aws_codepipeline" "this" { # expect: missing-required-block
  name     = "web"
  role_arn = "arn"

  artifact_store {
    type     = "S3"
    location = "bucket"
  }

  stage { # expect: missing-required-block
    name = "Source"
  }
}
