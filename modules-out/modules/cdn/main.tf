locals {
  # Some environments do without the second region.
  has_secondary = var.secondary_region != null

  # Names of the load balancers under the site's domain: CloudFront and the health checks need names that the
  # certificate covers.
  primary_origin   = "origin-${var.primary_region}.${var.domain_name}"
  secondary_origin = local.has_secondary ? "origin-${var.secondary_region}.${var.domain_name}" : null
  failover_origin  = "origin.${var.domain_name}"
}
