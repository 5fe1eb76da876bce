module "a" { # expect: module-missing
  source = "./modules/ecs_service"
}
