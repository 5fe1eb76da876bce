variable "name" {
  type = string
}

resource "aws_security_group" "fixed" {
  name = "${var.name}-web" # expect: fixed-replaced-name

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "prefixed" {
  name_prefix = "${var.name}-web-"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "replaced" {
  name = "${var.name}-old"
}

resource "aws_lb_target_group" "hashed" {
  name = "${var.name}-${substr(sha1("${var.name} 80"), 0, 6)}"
  port = 80

  lifecycle {
    create_before_destroy = true
  }
}

module "m" {
  source = "./m"
  name   = "web-${random_id.this.hex}"
}

resource "random_id" "this" {
  byte_length = 4
}
