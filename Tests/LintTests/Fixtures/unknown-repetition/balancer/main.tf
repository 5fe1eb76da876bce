variable "certificate_arn" {
  type    = string
  default = null
}

variable "subnet_ids" {
  type = list(string)
}

variable "subnets" {
  type = map(string)
}

resource "aws_lb_listener" "https" {
  count = var.certificate_arn != null ? 1 : 0 # expect: unknown-repetition
}

resource "aws_eip" "this" {
  for_each = toset(var.subnet_ids) # expect: unknown-repetition
}

resource "aws_eip" "named" {
  for_each = var.subnets
}
