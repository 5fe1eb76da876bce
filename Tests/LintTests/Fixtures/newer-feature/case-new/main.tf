terraform {
  required_version = ">= 1.10"
}

variable "settings" {
  type = object({
    name = optional(string, "a")
  })
}

module "m" {
  source = "./m"
  name   = var.settings.name
}
