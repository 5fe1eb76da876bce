# expect below: invalid-expression
locals { a = ) }
