variable "tags" {
  type    = map(string)
  default = {}
}

resource "aws_kms_key" "wrong" { # expect: missing-tags
  enable_key_rotation = true
}

resource "aws_kms_key" "right" {
  tags = merge(var.tags, { Name = "a" })
}

resource "aws_autoscaling_group" "wrong" { # expect: missing-tags
  name = "a"
}

resource "aws_autoscaling_group" "right" {
  dynamic "tag" {
    for_each = var.tags

    content {
      key   = tag.key
      value = tag.value
    }
  }
}

resource "aws_route" "untaggable" {
  route_table_id = "a"
}
