output "all" {
  value = [
    cidrsubnet("10.0.0.0/16", 8), # expect: wrong-argument-count
    one(["a"], "b"), # expect: wrong-argument-count
    lookup({}, "a", 1, 2), # expect: wrong-argument-count
    cidrsubnet(["10.0.0.0/16", 8, 1]...),
    merge(),
  ]
}
