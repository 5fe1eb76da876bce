variable "subnets" {
  type = list(string)
}

variable "origin" {
  type = object({
    header = string
    values = optional(list(string), [])
  })
}

variable "size" {
  type     = number
  nullable = false
}

output "all" {
  value = [var.subnets, var.origin, var.size]
}
