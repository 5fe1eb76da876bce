data "aws_cloudfront_cache_policy" "disabled" {
  name = "Managed-CachingDisabled"
}

data "aws_cloudfront_cache_policy" "optimized" {
  name = "Managed-CachingOptimized"
}

data "aws_cloudfront_origin_request_policy" "all_viewer" {
  name = "Managed-AllViewer"
}

data "aws_cloudfront_response_headers_policy" "security" {
  name = "Managed-SecurityHeadersPolicy"
}

# Host is part of the key because the load balancers route by host. Cookies stay behind, so that no answer meant for
# one user is kept for another.
resource "aws_cloudfront_cache_policy" "app" {
  name        = "${var.name_prefix}-app"
  comment     = "Responses of ${var.name_prefix}"
  min_ttl     = var.cache_ttl.min
  default_ttl = var.cache_ttl.default
  max_ttl     = var.cache_ttl.max

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    headers_config {
      header_behavior = "whitelist"

      headers {
        items = ["Host", "Origin"]
      }
    }

    query_strings_config {
      query_string_behavior = "all"
    }

    cookies_config {
      cookie_behavior = "none"
    }
  }
}
