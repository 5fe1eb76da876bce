variable "encrypted" {
  type    = bool
  default = false
}

resource "aws_db_instance" "wrong" { # expect: missing-encryption
  engine = "postgres"
}

resource "aws_rds_cluster" "wrong" {
  storage_encrypted = false # expect: missing-encryption
}

resource "aws_db_instance" "right" {
  storage_encrypted = true
}

resource "aws_db_instance" "copy" {
  replicate_source_db = "a"
}

# Whoever calls decides.
resource "aws_ebs_volume" "this" {
  encrypted = var.encrypted
}

resource "aws_sns_topic" "this" {
  name = "a"
}
