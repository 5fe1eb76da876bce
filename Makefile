# The build notices new and removed templates only with the second flag; the first keeps the rooms apart.
BUILD := --explicit-target-dependency-import-check error --disable-build-manifest-caching

.PHONY: build test format format-check

build:
	swift build $(BUILD)

test:
	swift test $(BUILD)

format:
	swift format format --in-place --parallel -r Package.swift Sources Tests

format-check:
	swift format lint --strict --parallel -r Package.swift Sources Tests
