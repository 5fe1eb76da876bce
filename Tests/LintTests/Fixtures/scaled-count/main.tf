resource "aws_ecs_cluster" "this" {
  name = "a"
}

resource "aws_ecs_service" "reset" {
  name          = "reset"
  desired_count = 2 # expect: scaled-count
}

resource "aws_appautoscaling_target" "reset" {
  resource_id = "service/${aws_ecs_cluster.this.name}/${aws_ecs_service.reset.name}"
}

resource "aws_ecs_service" "right" {
  name          = "right"
  desired_count = 2

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_appautoscaling_target" "right" {
  resource_id = "service/${aws_ecs_cluster.this.name}/${aws_ecs_service.right.name}"
}

resource "aws_ecs_service" "fixed" {
  name          = "fixed"
  desired_count = 2

  lifecycle {
    ignore_changes = [desired_count] # expect: scaled-count
  }
}
