provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Project     = "shop"
      Environment = "shared"
      ManagedBy   = "terraform"
      Generator   = "infragen"
      CostCenter  = "retail"
      Owner       = "platform"
    }
  }
}
