variable "zones" {
  type = list(string)
}

resource "aws_subnet" "numbered" {
  count = length(var.zones) # expect: count-over-list
}

resource "aws_subnet" "named" {
  for_each = toset(var.zones)
}

resource "aws_eip" "switched" {
  count = length(var.zones) > 0 ? 1 : 0
}
