locals {
  nothing = null
}

output "all" {
  value = [
    "x${local.nothing}", # expect: null-value
    local.nothing.name, # expect: null-value
    local.nothing == null ? "" : local.nothing.name,
    [for x in local.nothing : x], # expect: null-value
  ]
}
