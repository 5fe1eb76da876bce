locals {
  name = "${var.name_prefix}-cluster"
}

# ECS would create this group itself, without retention and key, as soon as Container Insights writes to it.
resource "aws_cloudwatch_log_group" "insights" {
  #checkov:skip=CKV_AWS_338:Operational logs are kept for 7 to 90 days; audit logs are kept for a year.
  count = var.container_insights == "disabled" ? 0 : 1

  name              = "/aws/ecs/containerinsights/${local.name}/performance"
  retention_in_days = var.log_retention_in_days
  kms_key_id        = var.kms_key_arn
  tags              = merge(var.tags, { Name = "${local.name}-insights" })
}

resource "aws_cloudwatch_log_group" "exec" {
  #checkov:skip=CKV_AWS_338:Operational logs are kept for 7 to 90 days; audit logs are kept for a year.
  name              = "/ecs/${var.name_prefix}/exec"
  retention_in_days = var.log_retention_in_days
  kms_key_id        = var.kms_key_arn
  tags              = merge(var.tags, { Name = "${local.name}-exec" })
}

resource "aws_ecs_cluster" "this" {
  name = local.name
  tags = merge(var.tags, { Name = local.name })

  setting {
    name  = "containerInsights"
    value = var.container_insights
  }

  configuration {
    execute_command_configuration {
      kms_key_id = var.kms_key_arn
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.exec.name
      }
    }
  }

  depends_on = [aws_cloudwatch_log_group.insights]
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

  dynamic "default_capacity_provider_strategy" {
    for_each = var.default_capacity_provider_strategy

    content {
      capacity_provider = default_capacity_provider_strategy.key
      weight            = default_capacity_provider_strategy.value.weight
      base              = default_capacity_provider_strategy.value.base
    }
  }
}
