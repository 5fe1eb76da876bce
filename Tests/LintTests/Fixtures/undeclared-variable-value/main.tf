variable "desired_count" {
  type = number
}
