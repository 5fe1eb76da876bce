variable "name" {
  type = string
}

variable "size" {
  type = number
}

variable "tags" {
  type    = map(string)
  default = {}
}

output "all" {
  value = [var.name, var.size, var.tags]
}
