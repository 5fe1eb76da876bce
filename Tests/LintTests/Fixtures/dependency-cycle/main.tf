locals {
  a = local.b # expect: dependency-cycle
  b = local.c
  c = aws_vpc.this.id
}

resource "aws_vpc" "this" {
  tags = { name = local.a }
}

module "alb" {
  source = "./echo"
  input  = module.service.output # expect: dependency-cycle
}

module "service" {
  source = "./echo"
  input  = module.alb.output
}

module "both_ways" {
  source = "./echo"
  input  = module.other_way.fixed
}

module "other_way" {
  source = "./echo"
  input  = module.both_ways.fixed
}

module "first" {
  source     = "./echo"
  input      = 1
  depends_on = [module.second]
}

module "second" {
  source = "./echo"
  input  = module.first.fixed # expect: dependency-cycle
}

# What the outputs of a module from elsewhere need is not known.
module "function" {
  source      = "terraform-aws-modules/lambda/aws"
  version     = "8.1.0"
  allowed_arn = module.balancer.arn
}

module "balancer" {
  source       = "terraform-aws-modules/alb/aws"
  version      = "10.0.0"
  function_arn = module.function.arn
}
