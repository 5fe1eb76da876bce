variable "a" {
  type    = number
  default = "many" # expect: invalid-default
}
