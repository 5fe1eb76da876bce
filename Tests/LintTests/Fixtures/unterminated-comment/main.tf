# expect below: unterminated-comment
/* no end
