# Standard logging v2 is set up in us-east-1, wherever the bucket is, and needs no access control list on it.
resource "aws_cloudwatch_log_delivery_source" "this" {
  provider = aws.us_east_1

  name         = "${var.name_prefix}-cdn"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.this.arn
  tags         = var.tags
}

resource "aws_cloudwatch_log_delivery_destination" "this" {
  provider = aws.us_east_1

  name          = "${var.name_prefix}-cdn"
  output_format = "json"
  tags          = var.tags

  delivery_destination_configuration {
    destination_resource_arn = var.access_logs_bucket_arn
  }
}

resource "aws_cloudwatch_log_delivery" "this" {
  provider = aws.us_east_1

  delivery_source_name     = aws_cloudwatch_log_delivery_source.this.name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.this.arn
  tags                     = var.tags
}
