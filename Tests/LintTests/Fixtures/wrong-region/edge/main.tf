variable "certificate_arn" {
  type = string
}

resource "aws_wafv2_web_acl" "this" {
  name  = "wrong"
  scope = "CLOUDFRONT" # expect: wrong-region
}

resource "aws_cloudfront_distribution" "this" {
  viewer_certificate {
    acm_certificate_arn = var.certificate_arn # expect: wrong-region
  }
}

resource "aws_cloudwatch_log_delivery_source" "this" {
  name         = "cdn"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.this.arn # expect: wrong-region
}

resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_name = "cdn"
  namespace  = "AWS/CloudFront" # expect: wrong-region
}

resource "aws_cloudwatch_metric_alarm" "balancer" {
  alarm_name = "alb"
  namespace  = "AWS/ApplicationELB"
}
