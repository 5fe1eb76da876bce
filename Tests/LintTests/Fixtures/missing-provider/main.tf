provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

module "cdn" { # expect: missing-provider
  source = "./cdn"
  providers = {
    aws = aws.us_east_1
  }
}

module "cdn_with_all" {
  source = "./cdn"
  providers = {
    aws           = aws.us_east_1
    aws.us_east_1 = aws.us_east_1
  }
}

module "cost" { # expect: missing-provider
  source = "./cost"
}
