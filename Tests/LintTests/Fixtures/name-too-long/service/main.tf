variable "name_prefix" {
  type = string
}

variable "name" {
  type = string
}

resource "aws_lb_target_group" "this" {
  name = "${var.name_prefix}-${var.name}" # expect: name-too-long
}

resource "aws_lb_target_group" "prefixed" {
  name_prefix = "api-"
}

resource "aws_lb" "prefixed" {
  name_prefix = "shop-web-" # expect: name-too-long
}

resource "aws_iam_role" "this" {
  name = "${var.name_prefix}-${var.name}"
}
