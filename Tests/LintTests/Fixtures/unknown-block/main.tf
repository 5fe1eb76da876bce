varable "a" {} # expect: unknown-block
