terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_vpc" "this" {
  cidr_block         = "10.0.0.0/16"
  enable_dns_support = "yes" # expect: incorrect-argument-type
  tags = { # expect: incorrect-argument-type
    Name = ["main"]
  }
}

resource "aws_subnet" "this" {
  vpc_id            = aws_vpc.this.tags_all # expect: incorrect-argument-type
  cidr_block        = "10.0.0.0/24"
  availability_zone = var.zones # expect: incorrect-argument-type
}

resource "aws_security_group" "this" {
  name = "web"

  # The objects of a list need all members.
  ingress = [{ from_port = 80, to_port = 80, protocol = "tcp" }] # expect: incorrect-argument-type

  egress {
    from_port = "any" # expect: incorrect-argument-type
    to_port   = "0"
    protocol  = -1
  }
}

module "net" {
  source = "./net"
  port   = "http"
}

# What Terraform converts is right.
resource "aws_lb" "this" {
  name            = 1
  idle_timeout    = "60"
  internal        = "true"
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = toset([aws_security_group.this.id])
  tags            = { count = 1 }
  enable_http2    = null
}

variable "zones" {
  type = list(string)
}
