# The EC2 application stands behind the same distribution as the services, under a name that Route 53 moves.
locals {
  application_origin = "origin-app.${var.domain_name}"
}

resource "aws_route53_record" "primary_application" {
  zone_id         = var.zone_id
  name            = local.application_origin
  type            = "A"
  set_identifier  = var.primary_region
  health_check_id = aws_route53_health_check.primary.id

  failover_routing_policy {
    type = "PRIMARY"
  }

  alias {
    name                   = var.application.primary_dns
    zone_id                = var.application.primary_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "secondary_application" {
  count = local.has_secondary ? 1 : 0

  zone_id         = var.zone_id
  name            = local.application_origin
  type            = "A"
  set_identifier  = var.secondary_region
  health_check_id = aws_route53_health_check.secondary[count.index].id

  failover_routing_policy {
    type = "SECONDARY"
  }

  alias {
    name                   = var.application.secondary_dns
    zone_id                = var.application.secondary_zone_id
    evaluate_target_health = false
  }
}
