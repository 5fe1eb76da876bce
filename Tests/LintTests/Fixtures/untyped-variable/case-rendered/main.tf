variable "untyped" { # expect: untyped-variable
}

variable "anything" {
  type = any # expect: untyped-variable
}

variable "typed" {
  type = list(string)
}
