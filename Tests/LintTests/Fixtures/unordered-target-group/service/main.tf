variable "target_group_arns" {
  type = map(string)
}

resource "aws_ecs_service" "this" {
  name = "a"

  dynamic "load_balancer" {
    for_each = [var.target_group_arns["a"]]

    content {
      target_group_arn = load_balancer.value # expect: unordered-target-group
      container_name   = "a"
      container_port   = 80
    }
  }
}
