variable "a" "b" {} # expect: surplus-label
