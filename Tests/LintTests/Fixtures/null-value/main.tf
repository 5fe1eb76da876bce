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

# Without roles nobody looks for an id.
locals {
  role_ids = try(length({}) > 0, false) ? { reader = "1" } : null
  roles = [
    for role in data.aws_iam_roles.this.names : local.role_ids[role]
  ]
}

data "aws_iam_roles" "this" {}

output "roles" {
  value = local.roles
}
