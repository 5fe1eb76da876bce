locals {
  list   = ["a", "b"]
  third  = local.list[2] # expect: invalid-index
  first  = local.list[0]
  map    = tomap({ a = 1 })
  b      = local.map["b"] # expect: invalid-index
  set    = toset(["a"])
  member = local.set[0] # expect: invalid-index
  key    = local.list["a"] # expect: invalid-index
}

output "all" {
  value = [local.third, local.first, local.b, local.member, local.key]
}

variable "nodes" {
  type    = map(list(string))
  default = {}
}

# There may be none, and then nobody looks for the key.
resource "aws_eks_access_entry" "this" {
  count         = data.aws_region.current.region == "us-east-1" ? length(lookup(var.nodes, "linux", [])) : 0
  cluster_name  = "shop"
  principal_arn = var.nodes.linux[count.index]
}

data "aws_region" "current" {}
