variable "logs" {
  type    = bool
  default = true
}

resource "aws_flow_log" "this" {
  count = var.logs ? 1 : 0
}

module "m" {
  source = "./m"
  count  = (var.logs ? 0 : 1)
}

resource "aws_eip" "always" {
  count = 2
}

resource "aws_eip" "guarded" {
  count = var.logs ? 1 : 0
  tags  = { id = aws_flow_log.this[0].id }
}

resource "aws_vpc" "this" {
  dynamic "x" {
    for_each = var.logs ? [1] : []

    content {
      id = aws_flow_log.this[0].id
    }
  }
}

output "wrong" {
  value = aws_flow_log.this[0].id # expect: unguarded-index
}

output "wrong_too" {
  value = "a ${module.m[0].id}" # expect: unguarded-index
}

output "right" {
  value = [
    aws_eip.always[0].id,
    one(aws_flow_log.this[*].id),
    var.logs ? aws_flow_log.this[0].id : null,
    try(aws_flow_log.this[0].id, null),
    [for log in aws_flow_log.this : aws_flow_log.this[0].id],
  ]
}
