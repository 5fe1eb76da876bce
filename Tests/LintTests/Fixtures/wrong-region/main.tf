provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

provider "aws" {
  alias  = "us_west_2"
  region = "us-west-2"
}

resource "aws_wafv2_web_acl" "right" {
  provider = aws.us_east_1

  name  = "right"
  scope = "CLOUDFRONT"
}

resource "aws_wafv2_web_acl" "regional" {
  provider = aws.us_west_2

  name  = "regional"
  scope = "REGIONAL"
}

module "edge" {
  source    = "./edge"
  providers = { aws = aws.us_west_2 }

  certificate_arn = module.certificate.arn
}

module "certificate" {
  source    = "./certificate"
  providers = { aws = aws.us_west_2 }
}

resource "aws_cloudfront_distribution" "other" {
  provider = aws.us_west_2

  viewer_certificate {
    acm_certificate_arn = "arn:aws:acm:eu-west-1:111111111111:certificate/a" # expect: wrong-region
  }
}
