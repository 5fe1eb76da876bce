provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

provider "aws" {
  alias  = "us_west_2"
  region = "us-west-2"
}

module "database_us_east_1" {
  source    = "./m"
  providers = { aws = aws.us_east_1 }

  name   = "a"
  vpc_id = "b"
  role   = "primary"
}

module "database_us_west_2" { # expect: uneven-regions
  source    = "./m"
  providers = { aws = aws.us_west_2 }

  name = "a"
}

module "vpc_us_east_1" {
  source    = "./m"
  providers = { aws = aws.us_east_1 }

  name = "a"
}

module "vpc_us_west_2" {
  source    = "./m"
  providers = { aws = aws.us_west_2 }

  name = "b"
}
