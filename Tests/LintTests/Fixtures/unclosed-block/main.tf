# expect below: unclosed-block
locals {
  a = 1
