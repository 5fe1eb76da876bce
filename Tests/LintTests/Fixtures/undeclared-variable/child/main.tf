variable "cidr" {
  type = string

  validation {
    condition     = length(var.cidr) > length(var.other) # expect: undeclared-variable
    error_message = "Too short."
  }
}

output "names" {
  value = [for var in ["a"] : var]
}

output "cidr" {
  value = [for name in ["a"] : "${name}-${var.cidr_block}"] # expect: undeclared-variable
}
