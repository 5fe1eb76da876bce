variable "is_large" {
  type = bool
}

output "all" {
  value = [
    var.is_large ? ["a"] : "a", # expect: inconsistent-conditional
    var.is_large ? 1 : "none",
    var.is_large ? { a = 1 } : null,
    var.is_large ? true : 2, # expect: inconsistent-conditional
  ]
}
