terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0, < 6.48"
    }
  }
}

resource "aws_ecs_service" "this" {
  name = "web"

  lifecycle {
    ignore_changes = [
      desired_cuont, # expect: unsupported-ignored-change
      load_balancer,
      tags["Name"],
      zzzz, # expect: unsupported-ignored-change
    ]
  }
}

resource "aws_ecs_service" "all" {
  name = "web"

  lifecycle {
    ignore_changes = all
  }
}
