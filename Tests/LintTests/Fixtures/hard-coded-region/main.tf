module "m" {
  source = "./m"
  region = "eu-west-1"
}
