terraform {
  required_version = "one" # expect: invalid-version-constraint
}
