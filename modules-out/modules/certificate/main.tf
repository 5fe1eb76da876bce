locals {
  # A wildcard and its parent domain share one validation record, so records are keyed by the name without "*.".
  # The keys come from the inputs: what the certificate asks for is not known while planning.
  validated_names    = var.create_validation_records ? toset([for name in concat([var.domain_name], var.subject_alternative_names) : trimprefix(name, "*.")]) : toset([])
  validation_options = { for option in aws_acm_certificate.this.domain_validation_options : trimprefix(option.domain_name, "*.") => option... }
}

resource "aws_acm_certificate" "this" {
  #checkov:skip=CKV2_AWS_71:The specification decides whether one wildcard or each name stands in the certificate
  domain_name               = var.domain_name
  subject_alternative_names = var.subject_alternative_names
  validation_method         = "DNS"
  tags                      = merge(var.tags, { Name = "${var.name_prefix}-${replace(var.domain_name, "*", "wildcard")}" })

  lifecycle {
    create_before_destroy = true
  }
}

# The record of a name is the same in every region of an account, so one instance of the module makes it for all.
resource "aws_route53_record" "validation" {
  for_each = local.validated_names

  zone_id = var.zone_id
  name    = local.validation_options[each.key][0].resource_record_name
  type    = local.validation_options[each.key][0].resource_record_type
  records = [local.validation_options[each.key][0].resource_record_value]
  ttl     = 300

  # Another certificate of the account may have left the same record, with the same value.
  allow_overwrite = true
}

# Whoever uses the certificate waits for its validation through this resource.
resource "aws_acm_certificate_validation" "this" {
  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = var.create_validation_records ? [for record in aws_route53_record.validation : record.fqdn] : var.validation_record_fqdns
}
