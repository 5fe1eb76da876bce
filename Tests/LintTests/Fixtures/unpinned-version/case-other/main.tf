terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

provider "aws" {}

provider "google" {} # expect: unpinned-version

module "m" {
  source = "./m"
}
