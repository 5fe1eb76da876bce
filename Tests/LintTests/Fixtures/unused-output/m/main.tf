output "used" {
  value = 1
}

output "nat_public_ips" { # expect: unused-output
  value = 2
}
