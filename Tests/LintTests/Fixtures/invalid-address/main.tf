moved {
  from = aws_vpc # expect: invalid-address
  to   = aws_vpc.this
}
