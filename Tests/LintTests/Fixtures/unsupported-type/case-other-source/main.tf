# Somebody else's provider of the same name.
terraform {
  required_providers {
    aws = {
      source = "example.com/acme/aws"
    }
    amazon = {
      source  = "hashicorp/aws"
      version = "6.25.0"
    }
  }
}

resource "aws_vcp" "other" {}

resource "aws_vcp" "same" { # expect: unsupported-type
  provider = amazon
}
