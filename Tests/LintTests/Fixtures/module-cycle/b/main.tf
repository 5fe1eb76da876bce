module "a" { # expect: module-cycle
  source = "../a"
}
