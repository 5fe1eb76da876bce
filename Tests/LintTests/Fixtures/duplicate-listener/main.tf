variable "https" {
  type    = bool
  default = true
}

resource "aws_lb" "this" {
  name = "a"
}

resource "aws_lb" "other" {
  name = "b"
}

resource "aws_lb_listener" "forward" {
  count = var.https ? 0 : 1

  load_balancer_arn = aws_lb.this.arn
  port              = 80
}

resource "aws_lb_listener" "redirect" {
  count = var.https ? 1 : 0

  load_balancer_arn = aws_lb.this.arn
  port              = 80
}

resource "aws_lb_listener" "again" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80 # expect: duplicate-listener
}

resource "aws_lb_listener" "other" {
  load_balancer_arn = aws_lb.other.arn
  port              = 80
}

resource "aws_lb_listener" "tcp" {
  load_balancer_arn = aws_lb.other.arn
  port              = 53
  protocol          = "TCP"
}

resource "aws_lb_listener" "udp" {
  load_balancer_arn = aws_lb.other.arn
  port              = 53
  protocol          = "UDP"
}
