variable "region" {
  type        = string
  description = "The region, such as us-east-1."
  default     = "us-east-1"
}

resource "aws_vpc_endpoint" "wrong" {
  service_name = "com.amazonaws.us-east-1.s3" # expect: hard-coded-region
}

resource "aws_vpc_endpoint" "right" {
  service_name = "com.amazonaws.${var.region}.s3"
}

resource "aws_subnet" "wrong" {
  availability_zone = "eu-central-1a" # expect: hard-coded-region
}

resource "aws_cloudwatch_metric_alarm" "right" {
  alarm_description = "Something is wrong in us-east-1."
  alarm_name        = "bonus-east-1000"
}
