output "all" {
  value = [
    mergee({}), # expect: unknown-function
    core::upper("x"),
    provider::aws::arn_parse("x"),
    "${upcase("x")}", # expect: unknown-function
  ]
}
