data "aws_caller_identity" "current" {
  provider = aws.us_east_1
}
