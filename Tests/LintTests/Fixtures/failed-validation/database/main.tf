variable "instances" {
  type = number

  validation {
    condition     = var.instances > 0
    error_message = "At least one instance is needed."
  }
}
