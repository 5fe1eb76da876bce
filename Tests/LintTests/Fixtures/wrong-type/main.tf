variable "a" {
  sensitive = "maybe" # expect: wrong-type
}
