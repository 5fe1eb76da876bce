resource "a_b" "c" {
  depends_on = ["a_b.d"] # expect: quoted-reference
}

resource "a_b" "d" {}
