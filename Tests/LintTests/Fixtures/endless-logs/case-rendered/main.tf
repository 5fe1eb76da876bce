module "wrong" {
  source = "./wrong"
}

module "right" {
  source = "./right"
}
