resource "aws_acm_certificate" "this" {
  domain_name = "example.com"
}

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "this" {
  for_each = { a = "10.0.0.0/24", b = "10.0.1.0/24" }

  vpc_id     = aws_vpc.this.id
  cidr_block = each.value
}

resource "aws_subnet" "numbered" {
  count = 2

  vpc_id     = aws_vpc.this.id
  cidr_block = cidrsubnet("10.0.2.0/24", 2, count.index)
}

module "balancer" {
  source = "./balancer"

  certificate_arn = aws_acm_certificate.this.arn
  subnet_ids      = aws_subnet.numbered[*].id
  subnets         = { for key, subnet in aws_subnet.this : key => subnet.id }
}

resource "aws_route_table_association" "numbered" {
  for_each = toset([aws_subnet.numbered[0].id]) # expect: unknown-repetition

  subnet_id      = each.key
  route_table_id = "rtb"
}

# The keys stand in the configuration, and whether a text with something in it is null is known too.
resource "aws_route_table_association" "this" {
  for_each = aws_subnet.this

  subnet_id      = each.value.id
  route_table_id = "rtb"
}

resource "aws_eip" "known" {
  count = "${aws_vpc.this.arn}/x" != null ? length(aws_subnet.numbered[*].id) : 0
}

# The name is given, so it is known.
resource "aws_eip" "name" {
  count = aws_vpc.this.cidr_block == "10.0.0.0/16" ? 1 : 0
}
