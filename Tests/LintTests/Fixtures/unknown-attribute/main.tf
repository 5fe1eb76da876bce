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
