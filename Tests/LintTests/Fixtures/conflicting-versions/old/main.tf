terraform {
  required_version = "~> 1.4.0" # expect: conflicting-versions

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0" # expect: conflicting-versions
    }
  }
}
