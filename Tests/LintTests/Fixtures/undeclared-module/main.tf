module "vpc_us_east_1" {
  source = "./vpc"
}

output "id" {
  value = module.vpc_us_east_2.id # expect: undeclared-module
}

output "ids" {
  value      = module.vpc_us_east_1.id
  depends_on = [module.network] # expect: undeclared-module
}
