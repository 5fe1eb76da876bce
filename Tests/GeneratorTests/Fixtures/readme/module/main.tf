terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 6.0"
      configuration_aliases = [aws.global]
    }
    random = "= 3.6.0"
    acme = {
      source = "registry.example.com/acme/acme"
    }
  }
}

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_route53_record" "public_name" {
  provider = aws.global
}

resource "random_id" "suffix" {}

resource "terraform_data" "marker" {}

data "aws_region" "current" {}

data "aws_ami" "latest" {}

module "logs_bucket" {
  source = "git::https://example.com/logs.git?ref=v1.2"
}

module "alerts" {
  source  = "example/alerts/aws"
  version = "2.0"
}

module "local" {
  source = "./modules/local"
}

output "vpc_id" {
  value       = aws_vpc.this.id
  description = "The id."
}

output "arn" {
  value = aws_vpc.this.arn
}

resource "acme_thing" "that" {
  provider = "acme.other"
}
