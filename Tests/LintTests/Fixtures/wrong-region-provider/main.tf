provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

provider "aws" {
  alias  = "us_west_2"
  region = "us-west-2"
}

module "vpc_us_east_1" {
  source    = "./m"
  providers = { aws = aws.us_east_1 }
}

module "vpc_us_west_2" {
  source    = "./m"
  providers = { aws = aws.us_east_1 } # expect: wrong-region-provider
}

module "cdn" {
  source    = "./m"
  providers = { aws = aws.us_east_1 }
}
