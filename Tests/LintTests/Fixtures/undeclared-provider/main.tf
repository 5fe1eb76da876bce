provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

resource "aws_vpc" "this" {
  provider = aws.us_east1 # expect: undeclared-provider
}

module "child" {
  source = "./child"
  providers = {
    aws = aws.us_west_2 # expect: undeclared-provider
  }
}
