variable "cidr_block" {
  type = string
}

resource "aws_vpc" "this" {
  cidr_block = var.cdir_block # expect: undeclared-variable
  tags       = { Name = "vpc-${var.name}" } # expect: undeclared-variable
}

module "child" {
  source = "./child"
  cidr   = var.cidr_block
}
