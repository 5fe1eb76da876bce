variable "name" {
  type = string
}

resource "aws_lb_target_group" "this" {
  name = var.name

  lifecycle {
    create_before_destroy = true
  }
}
