resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_144:The trail covers all regions
  # expect below: unexplained-waiver
  #checkov:skip=CKV_AWS_999:It is a nuisance
  bucket = "a"
}
