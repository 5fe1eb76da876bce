variable "forgotten" { # expect: missing-description
  type = string
}

output "forgotten" { # expect: missing-description
  value = var.forgotten
}

output "described" {
  description = "What it is."
  value       = var.forgotten
}
