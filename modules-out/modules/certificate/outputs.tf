output "certificate_arn" {
  description = "ARN of the certificate, available once it is validated."
  value       = aws_acm_certificate_validation.this.certificate_arn
}

output "validation_record_fqdns" {
  description = "Names of the validation records, for the same certificate in other regions."
  value       = [for record in aws_route53_record.validation : record.fqdn]
}
