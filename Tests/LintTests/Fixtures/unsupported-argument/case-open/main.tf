# A version newer than the catalogue may be in use: an unknown name is certain only where it was a slip.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

resource "aws_vpc" "this" {
  cidr_blok        = "10.0.0.0/16" # expect: unsupported-argument
  quantum_entangle = true # expect: unsupported-argument
}
