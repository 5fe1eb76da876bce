# The pipeline owns the task definition, Application Auto Scaling the number of tasks.
resource "aws_ecs_service" "pipeline_autoscaled" {
  for_each = toset(local.block == "pipeline_autoscaled" ? ["current"] : [])

  name                               = var.service_name
  desired_count                      = var.desired_count
  wait_for_steady_state              = var.wait_for_steady_state
  cluster                            = var.cluster_arn
  task_definition                    = aws_ecs_task_definition.this[each.key].arn
  deployment_minimum_healthy_percent = var.deployment_minimum_healthy_percent
  deployment_maximum_percent         = var.deployment_maximum_percent
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  tags                               = var.tags

  # Without it, the provider replaces the service when its capacity provider strategy changes.
  force_new_deployment = true

  # ECS refuses to move tasks between zones when it may not start one more than desired.
  availability_zone_rebalancing = var.deployment_maximum_percent > 100 ? "ENABLED" : "DISABLED"

  # Legal only with a load balancer.
  health_check_grace_period_seconds = contains(keys(var.target_group_arns), each.key) ? var.health_check_grace_period_seconds : null

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  dynamic "capacity_provider_strategy" {
    for_each = var.capacity_provider_strategy

    content {
      capacity_provider = capacity_provider_strategy.key
      weight            = capacity_provider_strategy.value.weight
      base              = capacity_provider_strategy.value.base
    }
  }

  dynamic "load_balancer" {
    for_each = contains(keys(var.target_group_arns), each.key) ? [var.target_group_arns[each.key]] : []

    content {
      target_group_arn = load_balancer.value
      container_name   = var.service_name
      container_port   = var.container_port
    }
  }

  network_configuration {
    subnets          = var.private_subnets
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = false
  }

  lifecycle {
    ignore_changes = [desired_count, task_definition]
  }

  # A service whose roles lose their policies first hangs while it drains.
  depends_on = [aws_iam_role_policy.execution, aws_iam_role_policy.task]
}
