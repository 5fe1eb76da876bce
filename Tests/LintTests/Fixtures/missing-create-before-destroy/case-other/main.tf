resource "aws_acm_certificate" "wrong" { # expect: missing-create-before-destroy
  domain_name = "example.com"
}

resource "aws_acm_certificate" "right" {
  domain_name = "example.com"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "other" {
  name = "a"
}
