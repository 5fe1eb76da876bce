variable "target_group_arn" {
  type = string
}

resource "aws_ecs_service" "this" {
  network_configuration {
    subnets = []
  }

  load_balancer {
    target_group_arn = var.target_group_arn # expect: wrong-target-type
    container_name   = "a"
    container_port   = 80
  }
}
