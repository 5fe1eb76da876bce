module "alb" {
  source            = "./alb"
  public_subnet_ids = ["subnet-1"] # expect: unknown-module-argument
  colour            = "blue" # expect: unknown-module-argument
  providers         = {}
  depends_on        = [terraform_data.a]
}

resource "terraform_data" "a" {}
