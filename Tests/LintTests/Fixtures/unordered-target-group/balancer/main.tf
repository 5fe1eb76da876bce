resource "aws_lb_target_group" "this" {
  for_each = { a = 80, b = 81 }

  port        = each.value
  target_type = "ip"
}

resource "aws_lb_listener" "this" {
  for_each = aws_lb_target_group.this

  port = each.value.port

  default_action {
    type             = "forward"
    target_group_arn = each.value.arn
  }
}

output "early" {
  value = { for key, group in aws_lb_target_group.this : key => group.arn }
}

output "late" {
  value      = { for key, group in aws_lb_target_group.this : key => group.arn }
  depends_on = [aws_lb_listener.this]
}
