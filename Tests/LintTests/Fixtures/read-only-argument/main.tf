terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0, < 6.48"
    }
  }
}

resource "aws_vpc" "this" {
  arn        = "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1" # expect: read-only-argument
  cidr_block = "10.0.0.0/16"
  owner_id   = null
}

resource "aws_lb" "this" {
  dns_name = var.name # expect: read-only-argument
}

resource "aws_eks_cluster" "this" {
  name     = "main"
  role_arn = "arn"

  vpc_config {
    subnet_ids = []
    vpc_id     = aws_vpc.this.id
  }

  kubernetes_network_config {
    service_ipv6_cidr = "fd00::/8" # expect: read-only-argument
  }
}

variable "name" {
  type = string
}
