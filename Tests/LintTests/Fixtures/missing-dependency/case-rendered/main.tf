resource "aws_internet_gateway" "this" {}

resource "aws_eip" "early" { # expect: missing-dependency
  domain = "vpc"
}

resource "aws_iam_role_policy" "this" {
  role = "a"
}

resource "aws_ecs_service" "early" { # expect: missing-dependency
  name = "early"
}

resource "aws_ecs_service" "late" {
  name = "late"

  depends_on = [aws_iam_role_policy.this]
}
