# expect below: invalid-escape
locals { a = "\q" }
