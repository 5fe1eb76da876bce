module "vpc" {
  source = "./vpc"
  cidr   = "10.0.0.0/16"
}

module "zones" {
  source   = "./vpc"
  for_each = toset(["a", "b"])
  cidr     = "10.0.0.0/16"
}

locals {
  subnets  = module.vpc.public_subnets # expect: unknown-output
  cidr     = module.vpc.cidr # expect: unknown-output
  text     = "id ${module.vpc["subnet_id"]}" # expect: unknown-output
  one      = module.zones["a"].vpc_ip # expect: unknown-output
  all      = values(module.zones)[*].vpc_id
  every    = [for key, zone in module.zones : zone.vpc_id]
  whole    = module.vpc
  optional = try(module.vpc.vpc_id, null)
}
