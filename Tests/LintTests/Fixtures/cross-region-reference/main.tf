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
  providers = { aws = aws.us_west_2 }
}

module "database_us_east_1" {
  source    = "./m"
  providers = { aws = aws.us_east_1 }

  vpc_id = module.vpc_us_west_2.vpc_id # expect: cross-region-reference
}

module "database_us_west_2" {
  source    = "./m"
  providers = { aws = aws.us_west_2 }

  vpc_id = module.vpc_us_west_2.vpc_id
  role   = module.database_us_east_1.global_cluster_identifier
}

module "dashboard" {
  source    = "./m"
  providers = { aws = aws.us_east_1 }

  vpc_id = module.vpc_us_west_2.vpc_id
}
