resource "aws_acm_certificate" "this" {
  domain_name = "example.com"
}

output "arn" {
  value = aws_acm_certificate.this.arn
}
