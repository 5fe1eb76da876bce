variable "prefix" {
  type = string
}

resource "aws_iam_role" "this" {
  name = "${var.prefix}-task" # expect: duplicate-name
}

resource "aws_lb_target_group" "this" {
  name = "${var.prefix}-task"
}
