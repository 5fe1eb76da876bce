resource "terraform_data" "first" {}

module "reads" {
  source = "./reads"

  depends_on = [terraform_data.first] # expect: module-depends-on
}

module "writes" {
  source = "./writes"

  depends_on = [terraform_data.first] # expect: module-depends-on
}
