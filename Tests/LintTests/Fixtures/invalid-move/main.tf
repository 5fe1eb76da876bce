moved { # expect: invalid-move
  from = module.a
  to   = aws_vpc.this
}
