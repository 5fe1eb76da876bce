resource "aws_internet_gateway" "this" {}

resource "aws_eip" "early" {
  domain = "vpc"
}

resource "aws_nat_gateway" "early" { # expect: missing-dependency
  allocation_id = aws_eip.early.id
}

resource "aws_eip" "late" {
  domain = "vpc"

  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "late" {
  allocation_id = aws_eip.late.id
}

resource "aws_nat_gateway" "private" {
  connectivity_type = "private"
}

resource "aws_s3_bucket" "this" {
  bucket = "a"
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
}

resource "aws_s3_bucket_replication_configuration" "early" { # expect: missing-dependency
  bucket = aws_s3_bucket.this.id
}

resource "aws_s3_bucket_replication_configuration" "late" {
  bucket = aws_s3_bucket_versioning.this.bucket
}
