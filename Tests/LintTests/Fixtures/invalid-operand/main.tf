variable "names" {
  type = list(string)
}

output "sums" {
  value = [
    1 + "2",
    1 + "two", # expect: invalid-operand
    var.names > 0, # expect: invalid-operand
    !var.names, # expect: invalid-operand
    1 / 0,
  ]
}
