variable "a" {
  type = string

  validation {
    condition     = length("x") > 0 # expect: invalid-validation
    error_message = "No."
  }
}
