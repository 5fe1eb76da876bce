variable "size" {}

output "endpoint" {
  value = { address = "x" }
}

resource "aws_s3_bucket" "this" {
  bucket = "b"
}

output "bucket" {
  value = aws_s3_bucket.this
}
