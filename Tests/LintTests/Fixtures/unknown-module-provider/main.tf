provider "aws" {
  region = "us-east-1"
}

module "configured" {
  source = "./configured"
  count  = 2 # expect: unknown-module-provider
  providers = {
    aws      = aws # expect: unknown-module-provider
    aws.east = aws # expect: unknown-module-provider
  }
}

module "misnamed" {
  source = "./misnamed"
  providers = {
    awss = aws # expect: unknown-module-provider
  }
}
