locals {
  name = "${var.name_prefix}-db"
  port = 5432

  log_exports = ["postgresql"]

  # Instances are numbered, so that a smaller count takes away the last one.
  instances = toset([for index in range(var.instance_count) : format("%02d", index + 1)])
}

resource "aws_rds_global_cluster" "this" {
  count = var.role == "primary" ? 1 : 0

  global_cluster_identifier = "${var.global_name}-global"
  engine                    = "aurora-postgresql"
  engine_version            = var.engine_version
  database_name             = var.database_name
  storage_encrypted         = true
  deletion_protection       = var.deletion_protection
  tags                      = var.tags
}

resource "aws_rds_cluster" "this" {
  #checkov:skip=CKV2_AWS_8:AWS Backup selects the cluster by its Backup tag, which this check does not see

  cluster_identifier        = local.name
  global_cluster_identifier = var.role == "primary" ? one(aws_rds_global_cluster.this[*].id) : var.global_cluster_identifier
  source_region             = var.role == "primary" ? null : var.source_region
  engine                    = "aurora-postgresql"
  engine_mode               = "provisioned"
  engine_version            = var.engine_version

  # A secondary takes the database and its users from the primary and refuses arguments of its own.
  database_name   = var.role == "primary" ? var.database_name : null
  master_username = var.role == "primary" ? var.master_username : null
  master_password = var.role == "primary" ? var.master_password : null

  port                            = local.port
  db_subnet_group_name            = aws_db_subnet_group.this.name
  vpc_security_group_ids          = [aws_security_group.this.id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name

  storage_encrypted                   = true
  kms_key_id                          = var.kms_key_arn
  iam_database_authentication_enabled = true

  backup_retention_period      = var.backup_retention_days
  preferred_backup_window      = var.backup_window
  preferred_maintenance_window = var.maintenance_window
  copy_tags_to_snapshot        = true
  deletion_protection          = var.deletion_protection
  skip_final_snapshot          = var.skip_final_snapshot

  # The id of the security group makes the name unique: an environment can be destroyed more than once.
  final_snapshot_identifier = var.skip_final_snapshot ? null : "${local.name}-final-${trimprefix(aws_security_group.this.id, "sg-")}"

  enabled_cloudwatch_logs_exports       = local.log_exports
  database_insights_mode                = var.database_insights_mode
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = var.performance_insights_retention_days

  tags = merge(var.tags, { Name = local.name, Backup = "true" })

  lifecycle {
    # The global database upgrades its members, and AWS fills in where a member replicates from: undoing
    # either would detach or promote the cluster.
    ignore_changes = [engine_version, global_cluster_identifier, replication_source_identifier]
  }

  # RDS would make the log groups itself, without retention and key.
  depends_on = [aws_cloudwatch_log_group.this]
}

resource "aws_rds_cluster_instance" "this" {
  for_each = local.instances

  identifier                   = "${local.name}-${each.key}"
  cluster_identifier           = aws_rds_cluster.this.id
  engine                       = aws_rds_cluster.this.engine
  instance_class               = var.instance_class
  db_subnet_group_name         = aws_db_subnet_group.this.name
  publicly_accessible          = false
  promotion_tier               = tonumber(each.key) - 1
  auto_minor_version_upgrade   = true
  preferred_maintenance_window = var.maintenance_window
  copy_tags_to_snapshot        = true

  monitoring_interval                   = var.monitoring_interval
  monitoring_role_arn                   = var.monitoring_interval > 0 ? aws_iam_role.monitoring.arn : null
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = var.performance_insights_retention_days

  tags = merge(var.tags, { Name = "${local.name}-${each.key}" })

  # RDS refuses a monitoring role without its policy.
  depends_on = [aws_iam_role_policy_attachment.monitoring]
}

resource "aws_rds_cluster_parameter_group" "this" {
  name_prefix = "${local.name}-"
  family      = var.parameter_group_family
  description = "Parameters of ${local.name}"
  tags        = var.tags

  parameter {
    name         = "rds.force_ssl"
    value        = "1"
    apply_method = "pending-reboot"
  }

  # Statements that change the schema, and queries that take a second or more.
  parameter {
    name  = "log_statement"
    value = "ddl"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }

  lifecycle {
    create_before_destroy = true
  }
}
