output "all" {
  value = [
    { for name in ["a", "a"] : name => 1 }, # expect: duplicate-object-key
    { for name in ["a", "a"] : name => 1... },
  ]
}
