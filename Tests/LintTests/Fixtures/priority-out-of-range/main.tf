resource "aws_lb_listener_rule" "low" {
  priority = 0 # expect: priority-out-of-range
}

resource "aws_lb_listener_rule" "high" {
  priority = 50001 # expect: priority-out-of-range
}

resource "aws_lb_listener_rule" "right" {
  priority = 50000
}

module "rule" {
  source   = "./modules/alb-rule"
  priority = 49010
}
