resource "aws_cloudfront_distribution" "this" {
  #checkov:skip=CKV_AWS_86:access logs are written by standard logging v2 (logs.tf), which this check does not know
  #checkov:skip=CKV_AWS_305:the application answers requests for the root
  #checkov:skip=CKV2_AWS_47:the list of anonymous addresses blocks visitors behind hosting providers, so it is opt-in
  #checkov:skip=CKV_AWS_374:the site serves every country
  #checkov:skip=CKV_AWS_310:the origin group is there in every environment with two regions

  enabled             = true
  is_ipv6_enabled     = true
  comment             = "${var.name_prefix} (${var.environment})"
  aliases             = var.aliases
  http_version        = "http2and3"
  price_class         = var.price_class
  default_root_object = var.default_root_object
  web_acl_id          = aws_wafv2_web_acl.this.arn
  tags                = var.tags

  origin {
    origin_id           = "primary"
    domain_name         = local.primary_origin
    connection_attempts = var.origin_connection_attempts
    connection_timeout  = var.origin_connection_timeout

    custom_origin_config {
      http_port                = 80
      https_port               = 443
      origin_protocol_policy   = "https-only"
      origin_ssl_protocols     = ["TLSv1.2"]
      origin_read_timeout      = var.origin_read_timeout
      origin_keepalive_timeout = 60
    }

    custom_header {
      name  = var.origin_verify.header
      value = var.origin_verify.value
    }
  }

  dynamic "origin" {
    for_each = local.has_secondary ? [local.secondary_origin] : []

    content {
      origin_id           = "secondary"
      domain_name         = origin.value
      connection_attempts = var.origin_connection_attempts
      connection_timeout  = var.origin_connection_timeout

      custom_origin_config {
        http_port                = 80
        https_port               = 443
        origin_protocol_policy   = "https-only"
        origin_ssl_protocols     = ["TLSv1.2"]
        origin_read_timeout      = var.origin_read_timeout
        origin_keepalive_timeout = 60
      }

      custom_header {
        name  = var.origin_verify.header
        value = var.origin_verify.value
      }
    }
  }

  dynamic "origin_group" {
    for_each = local.has_secondary ? [local.secondary_origin] : []

    content {
      origin_id = "failover-group"

      failover_criteria {
        status_codes = [500, 502, 503, 504]
      }

      member {
        origin_id = "primary"
      }

      member {
        origin_id = "secondary"
      }
    }
  }

  # An origin group takes GET, HEAD and OPTIONS only: other requests go to the name that Route 53 moves.
  origin {
    origin_id           = "dns-failover"
    domain_name         = local.failover_origin
    connection_attempts = var.origin_connection_attempts
    connection_timeout  = var.origin_connection_timeout

    custom_origin_config {
      http_port                = 80
      https_port               = 443
      origin_protocol_policy   = "https-only"
      origin_ssl_protocols     = ["TLSv1.2"]
      origin_read_timeout      = var.origin_read_timeout
      origin_keepalive_timeout = 60
    }

    custom_header {
      name  = var.origin_verify.header
      value = var.origin_verify.value
    }
  }

  origin {
    origin_id                = "static"
    domain_name              = var.static_site.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.static.id
  }

  origin {
    origin_id           = "application"
    domain_name         = local.application_origin
    connection_attempts = var.origin_connection_attempts
    connection_timeout  = var.origin_connection_timeout

    custom_origin_config {
      http_port                = 80
      https_port               = 443
      origin_protocol_policy   = "https-only"
      origin_ssl_protocols     = ["TLSv1.2"]
      origin_read_timeout      = var.origin_read_timeout
      origin_keepalive_timeout = 60
    }

    custom_header {
      name  = var.origin_verify.header
      value = var.origin_verify.value
    }
  }

  default_cache_behavior {
    target_origin_id           = local.has_secondary ? "failover-group" : "primary"
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = aws_cloudfront_cache_policy.app.id
    response_headers_policy_id = data.aws_cloudfront_response_headers_policy.security.id
  }

  ordered_cache_behavior {
    path_pattern               = "/static/*"
    target_origin_id           = "static"
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = data.aws_cloudfront_cache_policy.optimized.id
    response_headers_policy_id = data.aws_cloudfront_response_headers_policy.security.id
  }

  ordered_cache_behavior {
    path_pattern               = "/reports/*"
    target_origin_id           = "application"
    allowed_methods            = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = data.aws_cloudfront_cache_policy.disabled.id
    origin_request_policy_id   = data.aws_cloudfront_origin_request_policy.all_viewer.id
    response_headers_policy_id = data.aws_cloudfront_response_headers_policy.security.id
  }

  ordered_cache_behavior {
    path_pattern               = "/api/*"
    target_origin_id           = "dns-failover"
    allowed_methods            = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = data.aws_cloudfront_cache_policy.disabled.id
    origin_request_policy_id   = data.aws_cloudfront_origin_request_policy.all_viewer.id
    response_headers_policy_id = data.aws_cloudfront_response_headers_policy.security.id
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
      locations        = []
    }
  }

  viewer_certificate {
    acm_certificate_arn      = var.certificate_arn
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}

# Metrics of CloudFront exist in us-east-1 only.
resource "aws_cloudwatch_metric_alarm" "cloudfront_5xx" {
  provider = aws.us_east_1

  alarm_name          = "${var.name_prefix}-cdn-5xx-rate"
  alarm_description   = "CloudFront (${var.environment}) answers more than ${var.error_rate_threshold} % of the requests with 5XX."
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"
  dimensions          = { DistributionId = aws_cloudfront_distribution.this.id, Region = "Global" }
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.error_rate_threshold
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arns["critical"]]
  ok_actions          = [var.alarm_topic_arns["info"]]
  tags                = var.tags
}
