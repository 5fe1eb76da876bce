variable "private_subnet_ids" {
  type = list(string)
}

variable "subnet_ids" {
  type = list(string)
}

resource "aws_rds_cluster_instance" "wrong" {
  publicly_accessible = true # expect: public-resource
}

resource "aws_rds_cluster_instance" "right" {
  publicly_accessible = false
}

resource "aws_s3_bucket_acl" "wrong" {
  acl = "public-read" # expect: public-resource
}

resource "aws_ecs_service" "wrong" {
  network_configuration {
    subnets          = var.private_subnet_ids
    assign_public_ip = true # expect: public-resource
  }
}

resource "aws_ecs_service" "right" {
  network_configuration {
    subnets          = var.subnet_ids
    assign_public_ip = true
  }
}
