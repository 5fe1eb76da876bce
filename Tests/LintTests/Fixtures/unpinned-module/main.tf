module "registry" {
  source = "terraform-aws-modules/vpc/aws" # expect: unpinned-module
}

module "pinned" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 6.0"
}

module "git" {
  source = "git::https://example.com/vpc.git" # expect: unpinned-module
}

module "tagged" {
  source = "git::https://example.com/vpc.git?ref=v1.2.0"
}

module "github" {
  source = "github.com/example/vpc" # expect: unpinned-module
}

module "archive" {
  source = "https://example.com/vpc-1.2.0.zip"
}

module "local" {
  source = "./m"
}
