resource "terraform_data" "counted" {
  count = 2
  input = [count.index, each.key] # expect: misplaced-reference
}

resource "terraform_data" "each" {
  for_each = { a = each.value } # expect: misplaced-reference
  input    = each.value

  provisioner "local-exec" {
    command = "echo ${self.id} ${each.key}"
  }
}

locals {
  index = count.index # expect: misplaced-reference
}

output "me" {
  value = [self.id, local.index] # expect: misplaced-reference
}
