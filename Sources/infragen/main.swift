print("infragen")
