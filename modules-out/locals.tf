locals {
  name = "shop-${var.environment_short_name}"

  default_tags = {
    Project     = "shop"
    Environment = var.environment
    ManagedBy   = "terraform"
    Generator   = "infragen"
    CostCenter  = "retail"
    Owner       = "platform"
  }

  us_west_2_enabled = contains(var.enabled_regions, "us-west-2")

  # The header that CloudFront sends and the load balancers demand.
  origin_verify_header = "X-Origin-Verify"

  # Shares of the requests, in percent. The target group of a declared canary stays when the canary is switched
  # off, so that switching changes weights and tasks only.
  weights = {
    admin = {
      current = 100
    }
    api = {
      current = 100
    }
    web = {
      current = var.services["web"].canary.enabled ? 100 - var.services["web"].canary.percentage : 100
      canary  = var.services["web"].canary.enabled ? var.services["web"].canary.percentage : 0
    }
  }

  # Alarms count memory in bytes.
  thresholds = merge(var.monitoring.thresholds, {
    database_free_memory_bytes = var.monitoring.thresholds.database_free_memory_mib * 1048576
  })
}
