module "database" {
  source    = "./database"
  instances = 0 # expect: failed-validation
}

module "larger_database" {
  source    = "./database"
  instances = 2
}
