variable "a" {
  type = "string" # expect: quoted-type
}
