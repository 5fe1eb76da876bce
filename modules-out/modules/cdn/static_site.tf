resource "aws_cloudfront_origin_access_control" "static" {
  name                              = "${var.name_prefix}-static"
  description                       = "Static site of ${var.name_prefix}"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

# The policy of the bucket names the distribution, so it is made here and not beside the bucket.
data "aws_iam_policy_document" "static" {
  statement {
    sid       = "AllowDistribution"
    actions   = ["s3:GetObject"]
    resources = ["${var.static_site.bucket_arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [aws_cloudfront_distribution.this.arn]
    }
  }

  statement {
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [var.static_site.bucket_arn, "${var.static_site.bucket_arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "static" {
  provider = aws.primary

  bucket = var.static_site.bucket_id
  policy = data.aws_iam_policy_document.static.json
}
