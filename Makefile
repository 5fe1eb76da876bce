# The build notices new and removed templates only with the second flag; the first keeps the rooms apart.
BUILD := --explicit-target-dependency-import-check error --disable-build-manifest-caching

.PHONY: build test fuzz release format format-check

build:
	swift build $(BUILD)

test:
	swift test $(BUILD)

# One file that needs nothing on the machine it runs on, not even a libc, and starts in a millisecond.
release:
	swift build -c release --product infragen $(BUILD) -Xswiftc -static-executable -Xlinker -s
	@ls -l "$$(swift build -c release --show-bin-path)/infragen"

format:
	swift format format --in-place --parallel -r Package.swift Sources Tests

format-check:
	swift format lint --strict --parallel -r Package.swift Sources Tests

# Parser and formatter over broken texts: `make fuzz SECONDS=600 SEED=7`. A debug build, for it traps the most.
SECONDS := 60
SEED := 1

fuzz:
	INFRAGEN_FUZZ_SECONDS=$(SECONDS) INFRAGEN_FUZZ_SEED=$(SEED) swift test $(BUILD) --filter HCLTests.FuzzTests
