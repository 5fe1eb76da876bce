module "one" { # expect: missing-module-argument
  source = "./child"
  name   = "one"
}

module "two" {
  source = "./child"
  name   = "two"
  size   = 2
}

module "three" { # expect: missing-module-argument
  source = "./child"
  count  = 2
}
