resource "terraform_data" "this" {
  input = "x"
  inputs = "y" # expect: unknown-builtin
  id     = "z" # expect: unknown-builtin

  dynamic "settings" { # expect: unknown-builtin
    for_each = [1]

    content {}
  }

  lifecycle {
    ignore_changes = [input, tags] # expect: unknown-builtin
  }
}

resource "terraform_dat" "this" {} # expect: unknown-builtin

data "terraform_remote_state" "this" { # expect: unknown-builtin
  config = {}
}
