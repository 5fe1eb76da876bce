terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0, < 6.48"
    }
  }
}

resource "aws_vcp" "slip" { # expect: unsupported-type
  cidr_block = "10.0.0.0/16"
}

resource "aws_opsworks_stack" "gone" { # expect: unsupported-type
  name = "old"
}

resource "aws_iam_policy_document" "other" { # expect: unsupported-type
}

data "aws_availability_zone_list" "all" { # expect: unsupported-type
}

resource "aws_quantum_toaster" "no_such_thing" { # expect: unsupported-type
}

resource "aws_vpc" "right" {
  cidr_block = "10.0.0.0/16"
}

# Types of other providers are nobody's business here.
resource "awsx_thing" "other" {}
resource "null_resource" "other" {}
