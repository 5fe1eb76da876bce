variable "password" {
  type      = string
  sensitive = true
}

module "child" {
  source = "./child"
}

output "password" { # expect: sensitive-output
  value = "x-${var.password}"
}

output "hidden" {
  value     = var.password
  sensitive = true
}

output "shown" {
  value = nonsensitive(var.password)
}

output "secret" { # expect: sensitive-output
  value = module.child.secret
}
