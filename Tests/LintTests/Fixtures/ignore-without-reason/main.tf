# expect below: ignore-without-reason
# infragen:ignore unused-variable
variable "old" {
  type = string
}
