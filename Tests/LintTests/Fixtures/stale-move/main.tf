resource "terraform_data" "this" {}

resource "terraform_data" "old" {}

removed {
  from = terraform_data.old # expect: stale-move

  lifecycle {
    destroy = false
  }
}

moved {
  from = terraform_data.older
  to   = terraform_data.this
}

moved { # expect: stale-move
  from = terraform_data.oldest
  to   = terraform_data.this
}

moved {
  from = terraform_data.old # expect: stale-move
  to   = terraform_data.new
}

import {
  to = terraform_data.missing # expect: stale-move
  id = "1"
}

import {
  to = terraform_data.this
  id = "1"
}

import {
  to = terraform_data.this # expect: stale-move
  id = "2"
}

# Said twice, it is still one move.
moved {
  from = terraform_data.said_twice_before
  to   = terraform_data.said_twice
}

moved {
  from = terraform_data.said_twice_before
  to   = terraform_data.said_twice
}

resource "terraform_data" "said_twice" {}
