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

ephemeral "aws_secretsmanager_secret_version" "this" {
  secret_id = "db"
}

resource "aws_db_instance" "this" {
  instance_class      = "db.t4g.micro"
  password            = ephemeral.aws_secretsmanager_secret_version.this.secret_string # expect: ephemeral-value
  password_wo         = ephemeral.aws_secretsmanager_secret_version.this.secret_string
  password_wo_version = 1
}

provider "aws" {
  token = ephemeral.aws_secretsmanager_secret_version.this.secret_string
}
