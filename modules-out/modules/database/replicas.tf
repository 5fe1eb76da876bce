resource "aws_appautoscaling_target" "replicas" {
  # Aurora scales readers in the primary cluster only; a secondary keeps its number of instances.
  count = var.role == "primary" ? 1 : 0

  service_namespace  = "rds"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  resource_id        = "cluster:${aws_rds_cluster.this.cluster_identifier}"
  min_capacity       = var.replica_autoscaling.min
  max_capacity       = var.replica_autoscaling.max
  tags               = var.tags

  depends_on = [aws_rds_cluster_instance.this]
}

resource "aws_appautoscaling_policy" "replicas" {
  count = var.role == "primary" ? 1 : 0

  name               = "${local.name}-replicas"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.replicas[count.index].service_namespace
  scalable_dimension = aws_appautoscaling_target.replicas[count.index].scalable_dimension
  resource_id        = aws_appautoscaling_target.replicas[count.index].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = var.replica_autoscaling.cpu_target
    scale_in_cooldown  = 300
    scale_out_cooldown = 300

    predefined_metric_specification {
      predefined_metric_type = "RDSReaderAverageCPUUtilization"
    }
  }
}
