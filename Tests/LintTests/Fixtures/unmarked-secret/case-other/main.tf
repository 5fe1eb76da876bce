variable "db_password" { # expect: unmarked-secret
  type = string
}

variable "api_key" { # expect: unmarked-secret
}

variable "master_password" {
  type      = string
  sensitive = true
}

variable "password_length" {
  type = number
}

variable "create_password" {
  type = bool
}

variable "private_key" {
  type        = string
  description = "Path of the file that holds the key."
}

variable "secrets" {
  type = map(string)
}
