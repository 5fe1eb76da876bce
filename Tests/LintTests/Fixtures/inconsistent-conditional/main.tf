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

# Beside a text, numbers and truth values become texts, and both results a map of texts.
output "map_of_texts" {
  value = var.is_large ? { enable = true, attempts = 3, queue = "jobs" } : {}
}
