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
  access_log { # expect: unsupported-block
    bucket = "logs"
  }

  dynamic "connection_log" { # expect: unsupported-block
    for_each = []
    content {}
  }
}

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"

  timeouts { # expect: unsupported-block
    create = "10m"
  }
}

resource "aws_s3_bucket" "this" {
  bucket = "logs"

  versioning {
    enabled = true

    expiration { # expect: unsupported-block
      days = 1
    }
  }

  lifecycle {
    prevent_destroy = true
  }

  provisioner "local-exec" {
    command = "true"
  }
}

resource "aws_instance" "this" {
  metadata_option {} # expect: unsupported-block
}
