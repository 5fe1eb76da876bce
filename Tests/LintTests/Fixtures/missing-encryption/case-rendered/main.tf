resource "aws_sns_topic" "wrong" { # expect: missing-encryption
  name = "a"
}

resource "aws_sns_topic" "right" {
  name              = "a"
  kms_master_key_id = "alias/a"
}

resource "aws_ecr_repository" "right" {
  encryption_configuration {
    encryption_type = "KMS"
  }
}
