terraform {
  required_providers {
    # The module does not say which Terraform it needs either.
    aws = { # expect: unpinned-version
      source  = "hashicorp/aws"
      version = ">= 6.0" # expect: unpinned-version
    }
    random = { # expect: unpinned-version
      source = "hashicorp/random"
    }
    null = {
      source  = "hashicorp/null"
      version = ">= 3.0, < 4.0"
    }
  }
}
