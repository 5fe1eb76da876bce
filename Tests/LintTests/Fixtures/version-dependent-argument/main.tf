terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0, < 7.0"
    }
  }
}

resource "aws_eip" "this" {
  vpc = true # expect: version-dependent-argument
}

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
  region     = "us-west-2" # expect: version-dependent-argument
}

resource "aws_opsworks_stack" "this" { # expect: version-dependent-argument
  name                         = "old"
  region                       = "us-east-1"
  service_role_arn             = "arn"
  default_instance_profile_arn = "arn"
}

resource "aws_s3tables_table_bucket_replication" "this" { # expect: version-dependent-argument
  table_bucket_arn = "arn"
  role             = "arn"
}
