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
