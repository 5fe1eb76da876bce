resource "aws_lambda_function" "this" { # expect: endless-logs
  function_name = "a"
}
