variable "services" {
  type = map(object({
    priority = number
  }))
}

resource "aws_lb_listener" "this" {
  for_each = { http = 80, https = 443 }

  port = each.value
}

module "rule" {
  source   = "./rule"
  for_each = var.services

  listener_arn = aws_lb_listener.this["https"].arn
  priority     = each.value.priority
}

resource "aws_lb_listener_rule" "here" {
  listener_arn = aws_lb_listener.this["https"].arn
  priority     = 300
}

resource "aws_lb_listener_rule" "elsewhere" {
  listener_arn = aws_lb_listener.this["http"].arn
  priority     = 300
}

resource "aws_lb_listener_rule" "unknown" {
  listener_arn = data.aws_lb_listener.other.arn
  priority     = length(data.aws_lb_listener.other.tags)
}

data "aws_lb_listener" "other" {}
