variable { # expect: missing-label
}
