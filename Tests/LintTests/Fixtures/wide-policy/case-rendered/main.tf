data "aws_iam_policy_document" "this" {
  statement {
    actions   = ["s3:*"] # expect: wide-policy
    resources = ["*"]
  }

  # In a key policy "*" is the key itself.
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111111111111:root"]
    }
  }

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111111111111:root"] # expect: wide-policy
    }
  }
}
