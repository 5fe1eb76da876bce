resource "aws_lb" "this" {
  name = "a"
}

resource "aws_lb_target_group" "this" {
  port        = 80
  target_type = "ip"
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}

resource "aws_ecs_service" "early" {
  name = "early"

  load_balancer {
    target_group_arn = aws_lb_target_group.this.arn # expect: unordered-target-group
    container_name   = "early"
    container_port   = 80
  }
}

resource "aws_ecs_service" "late" {
  name = "late"

  load_balancer {
    target_group_arn = aws_lb_target_group.this.arn
    container_name   = "late"
    container_port   = 80
  }

  depends_on = [aws_lb_listener.this]
}

module "balancer" {
  source = "./balancer"
}

module "early" {
  source = "./service"

  target_group_arns = module.balancer.early
}

module "late" {
  source = "./service"

  target_group_arns = module.balancer.late
}
