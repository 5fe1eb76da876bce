variable "vpc-cidr" { # expect: unusual-name
  type = string
}

locals {
  vpcCidr  = var.vpc-cidr # expect: unusual-name
  vpc_cidr = local.vpcCidr
}

resource "aws_vpc" "us-east-1" { # expect: unusual-name
  cidr_block = local.vpc_cidr
}

output "id2" {
  value = aws_vpc.us-east-1.id
}
