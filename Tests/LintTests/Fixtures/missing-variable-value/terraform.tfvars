everywhere = 1
