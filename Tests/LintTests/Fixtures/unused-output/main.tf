module "m" {
  source = "./m"
}

output "used" {
  value = module.m.used
}
