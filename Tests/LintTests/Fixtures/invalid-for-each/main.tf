variable "names" {
  type = list(string)
}

variable "secrets" {
  type      = map(string)
  sensitive = true
}

resource "aws_vpc" "a" {
  for_each = var.names # expect: invalid-for-each
}

resource "aws_vpc" "b" {
  for_each = toset(var.names)
}

resource "aws_vpc" "c" {
  for_each = var.secrets # expect: invalid-for-each
}

resource "aws_vpc" "d" {
  for_each = toset([1, 2]) # expect: invalid-for-each
}

resource "aws_vpc" "e" {
  for_each = nonsensitive(toset(keys(var.secrets)))
}

variable "schedules" {
  type    = list(string)
  default = null
}

# Beside a set, the empty list is an empty set.
resource "terraform_data" "beside_set" {
  for_each = var.schedules != null ? toset(var.schedules) : []
}
