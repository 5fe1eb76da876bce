resource "aws_lambda_function" "this" {
  function_name = "a"
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/a"
  retention_in_days = 30
}
