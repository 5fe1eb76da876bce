resource "a_b" "c" {
  provisioner "chef" {} # expect: unknown-provisioner
}
