# The health checks alone decide about failover. evaluate_target_health would take a region out of service as soon as
# one of its target groups is empty, and that of a canary which is switched off always is.
resource "aws_route53_record" "primary_origin" {
  zone_id = var.zone_id
  name    = local.primary_origin
  type    = "A"

  alias {
    name                   = var.primary_alb_dns
    zone_id                = var.primary_alb_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "secondary_origin" {
  count = local.has_secondary ? 1 : 0

  zone_id = var.zone_id
  name    = local.secondary_origin
  type    = "A"

  alias {
    name                   = var.secondary_alb_dns
    zone_id                = var.secondary_alb_zone_id
    evaluate_target_health = false
  }
}

# CloudFront tries the other region for reads only. Requests that write go to this name, which Route 53 moves.
resource "aws_route53_record" "primary_failover" {
  zone_id         = var.zone_id
  name            = local.failover_origin
  type            = "A"
  set_identifier  = var.primary_region
  health_check_id = aws_route53_health_check.primary.id

  failover_routing_policy {
    type = "PRIMARY"
  }

  alias {
    name                   = var.primary_alb_dns
    zone_id                = var.primary_alb_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "secondary_failover" {
  count = local.has_secondary ? 1 : 0

  zone_id         = var.zone_id
  name            = local.failover_origin
  type            = "A"
  set_identifier  = var.secondary_region
  health_check_id = aws_route53_health_check.secondary[count.index].id

  failover_routing_policy {
    type = "SECONDARY"
  }

  alias {
    name                   = var.secondary_alb_dns
    zone_id                = var.secondary_alb_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "public_ipv4" {
  for_each = toset(var.aliases)

  zone_id = var.zone_id
  name    = each.key
  type    = "A"

  alias {
    name                   = aws_cloudfront_distribution.this.domain_name
    zone_id                = aws_cloudfront_distribution.this.hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "public_ipv6" {
  for_each = toset(var.aliases)

  zone_id = var.zone_id
  name    = each.key
  type    = "AAAA"

  alias {
    name                   = aws_cloudfront_distribution.this.domain_name
    zone_id                = aws_cloudfront_distribution.this.hosted_zone_id
    evaluate_target_health = false
  }
}
