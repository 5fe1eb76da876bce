variable "size" {
  type = number
}

output "all" {
  value = [
    length(var.size), # expect: invalid-function-argument
    cidrsubnet("10.0.0.0/16", 8, 256), # expect: invalid-function-argument
    cidrsubnet("10.0.0.0/16", 8, 255),
    join(",", [["a"]]), # expect: invalid-function-argument
    tonumber("many"), # expect: invalid-function-argument
    one(["a", "b"]), # expect: invalid-function-argument
    can(tonumber("many")),
    format("%s-%s", "a"), # expect: invalid-function-argument
  ]
}

# Lists of any kind are handed on as they are.
output "groups" {
  value = coalescelist([toset(["sg-1"])], [""])
}
