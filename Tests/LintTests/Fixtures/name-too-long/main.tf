variable "environment" {
  type = string
}

module "service" {
  source   = "./service"
  for_each = { api = {}, administration = {} }

  name_prefix = "shop-${var.environment}-use1"
  name        = each.key
}
