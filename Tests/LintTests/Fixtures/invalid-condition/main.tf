variable "names" {
  type = list(string)
}

output "all" {
  value = [
    var.names ? 1 : 2, # expect: invalid-condition
    length(var.names) > 0 ? 1 : 2,
    "%{ if var.names }x%{ endif }", # expect: invalid-condition
  ]
}
