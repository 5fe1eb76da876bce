terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
  region     = "us-west-2" # expect: unsupported-argument
}

resource "aws_eip" "this" {
  vpc = true
}
