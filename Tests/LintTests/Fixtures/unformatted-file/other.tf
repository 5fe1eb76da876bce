resource "aws_vpc"   "other" {
}
