variable "zone_ids" {
  type        = list(string)
  description = "Zones | one or more, such as `us_east_1 | us_west_2`."
}

variable "tags" {
  type        = map(string)
  description = "Tags of all resources."
  default     = {}
}

variable "service" {
  type = object({
    name = string
    port = optional(number, 80)
  })
  description = <<-EOT
    The service; see https://example.com/some_page?a_b=1 and _this_ page:

    - its name_tag
    - its port

    ```
    { name = "a_b" }
    ```
  EOT
  default = {
    port = 8080
    name = "a\"b"
    hosts = ["a_1", null]
    none = []
    deep = { on = true, ratio = 0.50, big = 100000000000000000000000, small = 0.0000001 }
  }
}

# Said by a comment,
# in two lines.
variable "commented" {
  default = "x|y"
}

variable "no_default" {}

variable "nothing" {
  type    = string
  default = null
}

variable "minus" {
  default = -1.50
}

# terraform-docs-ignore
variable "hidden" {}
