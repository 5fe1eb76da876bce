variable "region" {
  type = string
}

data "aws_caller_identity" "current" {}

resource "aws_iam_role_policy_attachment" "wrong" {
  role       = var.region
  policy_arn = "arn:aws:iam::123456789012:policy/x" # expect: hard-coded-account
}

resource "aws_iam_role_policy_attachment" "right" {
  role       = "a-123456789012345"
  policy_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/x"
}
