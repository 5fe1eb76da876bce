# expect below: invalid-heredoc
locals { a = <<"X" }
