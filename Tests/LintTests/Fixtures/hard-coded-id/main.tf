variable "subnet_id" {
  type    = string
  default = "subnet-0123456789abcdef0"
}

resource "aws_instance" "wrong" {
  subnet_id              = "subnet-0123456789abcdef0" # expect: hard-coded-id
  vpc_security_group_ids = ["sg-12345678"]            # expect: hard-coded-id
}

resource "aws_instance" "right" {
  subnet_id              = var.subnet_id
  vpc_security_group_ids = ["sg-of-mine", "subnet-xyz"]
}

import {
  to = aws_instance.right
  id = "eni-12345678"
}
