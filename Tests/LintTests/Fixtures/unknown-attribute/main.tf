variable "service" {
  type = object({
    image = string
    port  = optional(number, 80)
  })
}

locals {
  image   = var.service.imgae # expect: unknown-attribute
  port    = var.service.port
  text    = "x".length # expect: unknown-attribute
  literal = { a = { b = 1 } }
  deep    = local.literal.a.c # expect: unknown-attribute
  tried   = try(local.literal.a.c, 1)
  loop    = [for name, item in { x = { y = 1 } } : item.z] # expect: unknown-attribute
  output  = module.child["a"].endpoint.adress # expect: unknown-attribute
}

module "child" {
  source   = "./child"
  for_each = { a = { size = 1 } }
  size     = each.value.sizes # expect: unknown-attribute
}

output "all" {
  value = [local.image, local.port, local.text, local.deep, local.tried, local.loop, local.output]
}

# What the AWS provider knows of its types.
resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "this" {
  for_each = { a = "10.0.0.0/24" }
  vpc_id   = aws_vpc.this.idd # expect: unknown-attribute
}

resource "aws_lb" "this" {
  count   = 2
  subnets = values(aws_subnet.this)[*].di # expect: unknown-attribute

  access_logs {
    bucket = "logs"
  }
}

data "aws_caller_identity" "this" {}

output "attributes" {
  value = [
    aws_lb.this[0].access_logs[0].bukcet, # expect: unknown-attribute
    aws_lb.this[*].dns, # expect: unknown-attribute
    aws_lb.this[*].dns_name,
    aws_subnet.this["a"].cird_block, # expect: unknown-attribute
    [for subnet in aws_subnet.this : subnet.arm], # expect: unknown-attribute
    data.aws_caller_identity.this.acount_id, # expect: unknown-attribute
    module.child["a"].bucket.arm, # expect: unknown-attribute
    module.child["a"].bucket.arn,
    aws_vpc.this["cidr_block"],
    aws_vpc.this.tags_all.anything,
  ]
}
