variable "db_password" {
  type      = string
  sensitive = true
}

module "m" {
  source      = "./m"
  db_password = var.db_password
}
