resource "aws_s3_bucket" "this" {
  # expect below: unexplained-waiver
  #checkov:skip=CKV_AWS_18
  #checkov:skip=CKV_AWS_144:The trail covers all regions
  #checkov:skip=CKV_AWS_999:No check that others know
  bucket = "a"
}
