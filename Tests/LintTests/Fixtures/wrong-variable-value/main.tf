variable "sizes" {
  type = map(number)
}

variable "name" {
  type = string
}
