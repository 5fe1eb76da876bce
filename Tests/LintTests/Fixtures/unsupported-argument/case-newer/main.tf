# Nothing is known of versions that are to come.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 7.0"
    }
  }
}

resource "aws_vpc" "this" {
  cidr_blok = "10.0.0.0/16"
}
