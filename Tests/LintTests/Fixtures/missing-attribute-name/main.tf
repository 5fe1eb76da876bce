# expect below: missing-attribute-name
locals { a = b. }
