variable "2fast" { # expect: invalid-name
  type = string
}
