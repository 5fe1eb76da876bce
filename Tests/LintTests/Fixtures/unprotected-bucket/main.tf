resource "aws_s3_bucket" "wrong" { # expect: unprotected-bucket
  bucket = "a"
}

resource "aws_s3_bucket_versioning" "wrong" {
  bucket = aws_s3_bucket.wrong.id
}

resource "aws_s3_bucket" "right" {
  bucket = "b"
}

resource "aws_s3_bucket_versioning" "right" {
  bucket = aws_s3_bucket.right.id
}

resource "aws_s3_bucket_public_access_block" "right" {
  bucket = aws_s3_bucket.right.id
}

resource "aws_s3_bucket_server_side_encryption_configuration" "right" {
  bucket = aws_s3_bucket.right.id
}

resource "aws_s3_bucket_ownership_controls" "right" {
  bucket = aws_s3_bucket.right.id
}

resource "aws_s3_bucket_lifecycle_configuration" "right" {
  bucket = aws_s3_bucket.right.id
}

module "policy" {
  source = "./policy"
  bucket = aws_s3_bucket.right.id
}
