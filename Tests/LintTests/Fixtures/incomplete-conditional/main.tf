# expect below: incomplete-conditional
locals { a = true ? 1 }
