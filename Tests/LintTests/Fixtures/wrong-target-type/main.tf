resource "aws_lb_target_group" "instances" {
  port = 80
}

resource "aws_lb_target_group" "addresses" {
  for_each = { web = 80 }

  port        = each.value
  target_type = "ip"
}

module "wrong" {
  source = "./service"

  target_group_arn = aws_lb_target_group.instances.arn
}

module "right" {
  source = "./service"

  target_group_arn = aws_lb_target_group.addresses["web"].arn
}

# Tasks that use the network of their instance.
resource "aws_ecs_service" "bridge" {
  load_balancer {
    target_group_arn = aws_lb_target_group.instances.arn
    container_name   = "a"
    container_port   = 80
  }
}
