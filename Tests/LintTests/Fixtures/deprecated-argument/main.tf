terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0, < 6.48"
    }
  }
}

resource "aws_s3_bucket" "this" {
  acl = "private" # expect: deprecated-argument

  versioning { # expect: deprecated-argument
    enabled = true
  }
}

resource "aws_guardduty_detector" "this" {
  enable = true

  datasources { # expect: deprecated-argument
    s3_logs {
      enable = true
    }
  }
}
