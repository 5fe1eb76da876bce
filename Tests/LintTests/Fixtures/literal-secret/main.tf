variable "db_password" {
  type      = string
  default   = "hunter2000" # expect: literal-secret
  sensitive = true
}

variable "api_token" {
  type      = string
  default   = ""
  sensitive = true
}

resource "aws_db_instance" "wrong" {
  password = "hunter2000" # expect: literal-secret
}

resource "aws_db_instance" "right" {
  password                    = var.db_password
  manage_master_user_password = true
}

locals {
  example = "AKIAIOSFODNN7EXAMPLE"
  # expect below: literal-secret
  key = "AKIA2E0A8F3B244C9986"
}

# expect below: literal-secret
# -----BEGIN RSA PRIVATE KEY-----

# -----BEGIN PUBLIC KEY-----

module "m" {
  source          = "./m"
  master_password = "hunter2000" # expect: literal-secret
  example         = "${local.example}${local.key}${var.api_token}"
}
