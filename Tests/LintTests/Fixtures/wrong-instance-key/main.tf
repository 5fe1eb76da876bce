resource "aws_lb_listener" "https" {
  count = 2
}

resource "aws_subnet" "this" {
  for_each = toset(["a", "b"])
}

resource "aws_vpc" "this" {}

module "service" {
  source   = "./service"
  for_each = toset(["api", "web"])
}

output "all" {
  value = [
    aws_lb_listener.https.arn, # expect: wrong-instance-key
    aws_lb_listener.https[0].arn,
    aws_lb_listener.https[*].arn,
    aws_lb_listener.https["a"].arn, # expect: wrong-instance-key
    aws_subnet.this.id, # expect: wrong-instance-key
    aws_subnet.this["a"].id,
    aws_subnet.this[0].id, # expect: wrong-instance-key
    [for subnet in aws_subnet.this : subnet.id],
    aws_vpc.this[0].id, # expect: wrong-instance-key
    aws_vpc.this[*].id,
    module.service.name, # expect: wrong-instance-key
    module.service["api"].name,
    try(aws_subnet.this.id, ""),
  ]
}
