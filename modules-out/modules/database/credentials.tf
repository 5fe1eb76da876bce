# RDS cannot keep the password of a global database, so the primary stores it and copies it to the other regions.
resource "aws_secretsmanager_secret" "connection" {
  #checkov:skip=CKV2_AWS_57:rotating the password of a global database needs a function of the owner

  count = var.role == "primary" ? 1 : 0

  name        = "${local.name}/master"
  description = "Master credentials of ${local.name}"
  kms_key_id  = var.kms_key_arn

  # An environment without protection can be destroyed and made again on the same day.
  recovery_window_in_days = var.deletion_protection ? 30 : 0

  tags = var.tags

  dynamic "replica" {
    for_each = var.secret_replicas

    content {
      region     = replica.key
      kms_key_id = replica.value
    }
  }
}

resource "aws_secretsmanager_secret_version" "connection" {
  count = var.role == "primary" ? 1 : 0

  secret_id = aws_secretsmanager_secret.connection[count.index].id
  secret_string = jsonencode({
    engine   = "aurora-postgresql"
    host     = aws_rds_cluster.this.endpoint
    port     = local.port
    dbname   = var.database_name
    username = var.master_username
    password = var.master_password
  })
}
