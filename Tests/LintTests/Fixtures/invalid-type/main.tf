variable "a" {
  type = strng # expect: invalid-type
}
