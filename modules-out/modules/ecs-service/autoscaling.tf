locals {
  scaled = toset(var.autoscaling.enabled ? ["current"] : [])

  # Target tracking owns its alarms and its steps in both directions.
  tracked = {
    for key, metric in {
      cpu      = { type = "ECSServiceAverageCPUUtilization", target = var.autoscaling.mode == "target_tracking" ? var.autoscaling.cpu_target : null, label = null }
      memory   = { type = "ECSServiceAverageMemoryUtilization", target = var.autoscaling.mode == "target_tracking" ? var.autoscaling.memory_target : null, label = null }
      requests = { type = "ALBRequestCountPerTarget", target = var.autoscaling.requests_per_target, label = var.request_count_resource_label }
    } : key => metric if var.autoscaling.enabled && metric.target != null
  }
}

resource "aws_appautoscaling_target" "this" {
  for_each = local.scaled

  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${var.cluster_name}/${local.current[each.key].name}"
  min_capacity       = var.autoscaling.min_capacity
  max_capacity       = var.autoscaling.max_capacity
  tags               = var.tags
}

resource "aws_appautoscaling_policy" "tracking" {
  for_each = local.tracked

  name               = "${local.name}-${each.key}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this["current"].service_namespace
  scalable_dimension = aws_appautoscaling_target.this["current"].scalable_dimension
  resource_id        = aws_appautoscaling_target.this["current"].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = each.value.target
    scale_in_cooldown  = var.autoscaling.scale_in_cooldown
    scale_out_cooldown = var.autoscaling.scale_out_cooldown

    predefined_metric_specification {
      predefined_metric_type = each.value.type
      resource_label         = each.value.label
    }
  }
}
