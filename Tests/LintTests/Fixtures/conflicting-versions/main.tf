terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "> 3.0.0, != 3.0.1"
    }
  }
}

module "old" {
  source = "./old"
}

module "new" {
  source = "./new"
}
