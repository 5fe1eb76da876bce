output "a" { # expect: missing-argument
  description = "Nothing."
}
