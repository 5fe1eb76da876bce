# Names of dashboards are global to the account: one region draws a dashboard over all of them, and every widget names
# the region of its metrics.
resource "aws_cloudwatch_dashboard" "this" {
  count = var.dashboard == null ? 0 : 1

  dashboard_name = var.dashboard.name
  dashboard_body = jsonencode({
    widgets = concat(
      [{
        type   = "text"
        x      = 0
        y      = 0
        width  = 24
        height = 2
        properties = {
          markdown = "# ${var.dashboard.name}\nServes from ${coalesce(var.primary_region, "any region")}; takes over: ${coalesce(var.secondary_region, "none")}."
        }
      }],

      [for index, balancer in var.dashboard.load_balancers : {
        type   = "metric"
        x      = 0
        y      = 2 + index * 6
        width  = 12
        height = 6
        properties = {
          title  = "Requests and errors (${balancer.region})"
          region = balancer.region
          view   = "timeSeries"
          stat   = "Sum"
          period = 60
          metrics = [
            ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", balancer.arn_suffix],
            ["AWS/ApplicationELB", "HTTPCode_Target_4XX_Count", "LoadBalancer", balancer.arn_suffix],
            ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", balancer.arn_suffix],
            ["AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", "LoadBalancer", balancer.arn_suffix],
          ]
        }
      }],

      [for index, balancer in var.dashboard.load_balancers : {
        type   = "metric"
        x      = 12
        y      = 2 + index * 6
        width  = 12
        height = 6
        properties = {
          title  = "Response time in seconds (${balancer.region})"
          region = balancer.region
          view   = "timeSeries"
          period = 60
          metrics = [
            ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", balancer.arn_suffix, { stat = "p50" }],
            ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", balancer.arn_suffix, { stat = "p95" }],
            ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", balancer.arn_suffix, { stat = "p99" }],
          ]
        }
      }],

      [for index, service in var.dashboard.services : {
        type   = "metric"
        x      = 0
        y      = 2 + (length(var.dashboard.load_balancers) + index) * 6
        width  = 6
        height = 6
        properties = {
          title  = "${service.service_name}: CPU and memory in percent (${service.region})"
          region = service.region
          view   = "timeSeries"
          stat   = "Average"
          period = 60
          metrics = [
            ["AWS/ECS", "CPUUtilization", "ClusterName", service.cluster_name, "ServiceName", service.service_name],
            ["AWS/ECS", "MemoryUtilization", "ClusterName", service.cluster_name, "ServiceName", service.service_name],
          ]
        }
      }],

      [for index, service in var.dashboard.services : {
        type   = "metric"
        x      = 6
        y      = 2 + (length(var.dashboard.load_balancers) + index) * 6
        width  = 6
        height = 6
        properties = {
          title  = "${service.service_name}: network in bytes (${service.region})"
          region = service.region
          view   = "timeSeries"
          stat   = "Sum"
          period = 60
          metrics = [
            ["ECS/ContainerInsights", "NetworkRxBytes", "ClusterName", service.cluster_name, "ServiceName", service.service_name],
            ["ECS/ContainerInsights", "NetworkTxBytes", "ClusterName", service.cluster_name, "ServiceName", service.service_name],
          ]
        }
      }],

      [for index, service in var.dashboard.services : {
        type   = "metric"
        x      = 12
        y      = 2 + (length(var.dashboard.load_balancers) + index) * 6
        width  = 6
        height = 6
        properties = {
          title  = "${service.service_name}: tasks (${service.region})"
          region = service.region
          view   = "timeSeries"
          stat   = "Average"
          period = 60
          metrics = [
            ["ECS/ContainerInsights", "RunningTaskCount", "ClusterName", service.cluster_name, "ServiceName", service.service_name],
            ["ECS/ContainerInsights", "DesiredTaskCount", "ClusterName", service.cluster_name, "ServiceName", service.service_name],
          ]
        }
      }],

      [for index, service in var.dashboard.services : {
        type   = "metric"
        x      = 18
        y      = 2 + (length(var.dashboard.load_balancers) + index) * 6
        width  = 6
        height = 6
        properties = {
          title   = "${service.service_name}: errors in the log (${service.region})"
          region  = service.region
          view    = "timeSeries"
          stat    = "Sum"
          period  = 60
          metrics = [[service.name_prefix, "${service.service_name}-errors"]]
        }
      }],

      [for index, database in var.dashboard.databases : {
        type   = "metric"
        x      = 0
        y      = 2 + (length(var.dashboard.load_balancers) + length(var.dashboard.services) + index) * 6
        width  = 12
        height = 6
        properties = {
          title  = "${database.cluster_identifier}: CPU in percent and connections (${database.region})"
          region = database.region
          view   = "timeSeries"
          stat   = "Average"
          period = 60
          metrics = [
            ["AWS/RDS", "CPUUtilization", "DBClusterIdentifier", database.cluster_identifier],
            ["AWS/RDS", "DatabaseConnections", "DBClusterIdentifier", database.cluster_identifier, { yAxis = "right" }],
          ]
        }
      }],

      [for index, database in var.dashboard.databases : {
        type   = "metric"
        x      = 12
        y      = 2 + (length(var.dashboard.load_balancers) + length(var.dashboard.services) + index) * 6
        width  = 12
        height = 6
        properties = {
          title  = "${database.cluster_identifier}: latency and replication lag in milliseconds (${database.region})"
          region = database.region
          view   = "timeSeries"
          stat   = "Average"
          period = 60
          metrics = [
            ["AWS/RDS", "CommitLatency", "DBClusterIdentifier", database.cluster_identifier],
            ["AWS/RDS", "SelectLatency", "DBClusterIdentifier", database.cluster_identifier],
            ["AWS/RDS", "AuroraReplicaLagMaximum", "DBClusterIdentifier", database.cluster_identifier],
            ["AWS/RDS", "AuroraGlobalDBReplicationLag", "DBClusterIdentifier", database.cluster_identifier],
          ]
        }
      }],
    )
  })
}
