variable "a" {
  descripton = "A." # expect: unknown-argument
}
