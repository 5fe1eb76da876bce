# expect below: invalid-block-header
resource "a" 5 {}
