terraform {
  required_providers {
    aws = {
      sorce = "hashicorp/aws" # expect: invalid-provider-requirement
    }
  }
}
