variable "size" {
  type = number
}

module "vpc" {
  source = "./vpc"
}

module "alb" {
  source  = "./alb"
  subnets = module.vpc.vpc_id # expect: wrong-argument-type
  origin  = { name = "x", values = ["y"] } # expect: wrong-argument-type
  size    = null # expect: wrong-argument-type
}

module "alb_right" {
  source  = "./alb"
  subnets = module.vpc.subnet_ids
  origin  = { header = "x" }
  size    = "2"
}
