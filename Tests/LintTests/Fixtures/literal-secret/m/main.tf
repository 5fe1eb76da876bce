variable "master_password" {
  type      = string
  sensitive = true
}

variable "example" {
  type = string
}
