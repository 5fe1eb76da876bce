variable "domain_name" {
  type        = string
  description = "Name of the hosted zone."
}
