resource "aws_lb_listener" "wrong" {
  protocol = "HTTPS" # expect: weak-tls
}

resource "aws_lb_listener" "old" {
  protocol   = "TLS"
  ssl_policy = "ELBSecurityPolicy-2016-08" # expect: weak-tls
}

resource "aws_lb_listener" "right" {
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}

resource "aws_lb_listener" "http" {
  protocol = "HTTP"
}

resource "aws_cloudfront_distribution" "wrong" {
  viewer_certificate { # expect: weak-tls
    acm_certificate_arn = "arn"
  }
}

resource "aws_cloudfront_distribution" "old" {
  viewer_certificate {
    acm_certificate_arn      = "arn"
    minimum_protocol_version = "TLSv1.1_2016" # expect: weak-tls
  }
}

resource "aws_cloudfront_distribution" "older" {
  viewer_certificate {
    acm_certificate_arn      = "arn"
    minimum_protocol_version = "TLSv1.2_2019"
  }
}

resource "aws_cloudfront_distribution" "default" {
  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
