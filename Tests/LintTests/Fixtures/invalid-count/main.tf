variable "names" {
  type      = list(string)
  sensitive = true
}

resource "aws_vpc" "a" {
  count = ["a"] # expect: invalid-count
}

resource "aws_vpc" "b" {
  count = length(var.names) # expect: invalid-count
}

resource "aws_vpc" "c" {
  count = "2"
}

resource "aws_vpc" "d" {
  count = 1.5 # expect: invalid-count
}
