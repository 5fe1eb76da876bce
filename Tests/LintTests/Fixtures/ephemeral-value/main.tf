variable "token" {
  type      = string
  ephemeral = true
}

module "child" {
  source = "./child"
  token  = var.token
}

output "token" {
  value = var.token # expect: ephemeral-value
}
