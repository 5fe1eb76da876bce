terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0, < 6.48"
    }
  }
}

provider "aws" {
  regoin = "us-east-1" # expect: unsupported-argument

  default_tags {
    tag = { a = "b" } # expect: unsupported-argument
  }

  endpoints {
    anything = "http://localhost:4566"
  }
}

resource "aws_lb" "this" {
  count         = 1
  nam           = "web" # expect: unsupported-argument
  colour        = "red" # expect: unsupported-argument
  idle_timeuot  = 60 # expect: unsupported-argument
  ip_addr_types = "ipv4" # expect: unsupported-argument

  access_logs {
    bukcet = "logs" # expect: unsupported-argument
    bucket = "logs"
  }

  timeouts {
    create = "10m"
    replace = "10m" # expect: unsupported-argument
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_eip" "this" {
  vpc = true # expect: unsupported-argument
}

resource "aws_security_group" "this" {
  name = "web"

  ingress {
    from_port = 80
    to_port   = 80
    protocol  = "tcp"
    cidr      = ["10.0.0.0/8"] # expect: unsupported-argument
  }

  dynamic "egress" {
    for_each = [1, 2]

    content {
      from_port = egress.value
      to_port   = egress.value
      protokol  = "tcp" # expect: unsupported-argument
    }
  }
}

data "aws_ami" "this" {
  owner       = ["amazon"] # expect: unsupported-argument
  most_recent = true
}

resource "aws_quicksight_analysis" "doubtful" {
  anything_new = true
  analysis_id  = "a"
  name         = "a"
}
