provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

provider "aws" {
  alias  = "us_west_2"
  region = "us-west-2"
}

variable "prefix" {
  type    = string
  default = "shop"
}

module "roles_us_east_1" {
  source    = "./roles"
  providers = { aws = aws.us_east_1 }

  prefix = var.prefix
}

module "roles_us_west_2" {
  source    = "./roles"
  providers = { aws = aws.us_west_2 }

  prefix = var.prefix
}

module "roles_of_each" {
  source    = "./roles"
  providers = { aws = aws.us_west_2 }
  for_each  = { a = {}, b = {} }

  prefix = "${var.prefix}-${each.key}"
}

resource "aws_lb" "first" {
  provider = aws.us_east_1
  name     = "${var.prefix}-alb"
}

resource "aws_lb" "second" {
  provider = aws.us_east_1
  name     = "shop-alb" # expect: duplicate-name
}

resource "aws_lb" "elsewhere" {
  provider = aws.us_west_2
  name     = "shop-alb"
}

# Nobody knows whether both are there.
resource "aws_lb" "sometimes" {
  provider = aws.us_east_1
  count    = terraform.workspace == "a" ? 1 : 0
  name     = "shop-alb"
}
