# expect below: misplaced-ellipsis
locals { a = max(b..., 1) }
