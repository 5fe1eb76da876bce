module "a" {
  source = "modules/a" # expect: invalid-module-source
}
