variable "region" {
  type = string
}

data "aws_partition" "current" {}

resource "aws_iam_role_policy_attachment" "wrong" {
  role       = var.region
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess" # expect: hard-coded-partition
}

resource "aws_iam_role_policy_attachment" "right" {
  role       = var.region
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/CloudWatchReadOnlyAccess"
}
