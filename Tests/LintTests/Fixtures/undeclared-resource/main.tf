resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.main.arn # expect: undeclared-resource
}

data "aws_region" "current" {}

output "arn" {
  value = [
    aws_lb_listener.http.arn, # expect: undeclared-resource
    aws_region.current.name, # expect: undeclared-resource
    data.aws_region.current.name,
    variable.name, # expect: undeclared-resource
  ]
}
