check "a" {} # expect: missing-block
