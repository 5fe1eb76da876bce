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

# What the provider calls sensitive.
resource "aws_db_instance" "this" {
  instance_class = "db.t4g.micro"
  password       = "x"
}

output "database_password" { # expect: sensitive-output
  value = aws_db_instance.this.password
}

output "database_endpoint" {
  value = aws_db_instance.this.endpoint
}
