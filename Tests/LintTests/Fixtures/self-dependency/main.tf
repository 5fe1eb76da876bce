locals {
  names = concat(local.names, ["x"]) # expect: self-dependency
}

resource "aws_instance" "this" {
  tags = { id = aws_instance.this.id, names = local.names } # expect: self-dependency
}
