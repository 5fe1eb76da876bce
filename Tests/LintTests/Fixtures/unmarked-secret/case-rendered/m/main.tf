variable "db_password" {
  type      = string
  sensitive = true
}

output "connection" { # expect: unmarked-secret
  value = "user:${var.db_password}@host"
}

output "marked" {
  value     = "user:${var.db_password}@host"
  sensitive = true
}
