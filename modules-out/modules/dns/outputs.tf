output "zone_id" {
  description = "Id of the hosted zone."
  value       = data.aws_route53_zone.this.zone_id
}
