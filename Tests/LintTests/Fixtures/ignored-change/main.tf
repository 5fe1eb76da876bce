resource "aws_ecs_service" "scaled" {
  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_ecs_service" "tagged" {
  lifecycle {
    ignore_changes = [desired_count, tags] # expect: ignored-change
  }
}

resource "aws_instance" "this" {
  lifecycle {
    ignore_changes = all # expect: ignored-change
  }
}
