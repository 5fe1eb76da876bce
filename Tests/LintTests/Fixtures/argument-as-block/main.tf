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
  cidr_block = "10.0.0.0/16"

  tags { # expect: argument-as-block
    Name = "main"
  }
}

resource "aws_subnet" "this" {
  vpc_id = aws_vpc.this.id

  dynamic "tags" { # expect: argument-as-block
    for_each = {}
    content {}
  }
}

# Lists and sets of objects may be written as blocks.
resource "aws_route_table" "this" {
  vpc_id = aws_vpc.this.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = "igw-1"
  }
}
