# The build notices new and removed templates only with the second flag; the first keeps the rooms apart.
BUILD := --explicit-target-dependency-import-check error --disable-build-manifest-caching

SPEC ?= Templates/scaffold/spec.json

.PHONY: render build test check fuzz property bench trees release catalogue format format-check

# Renders the sample spec, or the one that SPEC names.
render: build
	.build/debug/infragen render $(SPEC) --out modules-out
	@echo "Look at modules-out/README.md first, then at modules-out/region_us_east_1.tf."

build:
	swift build $(BUILD)

test:
	swift test $(BUILD)

# What a commit must pass.
check: format-check test build
	.build/debug/infragen render $(SPEC) --out modules-out --check

# Real Terraform on the trees of the sample and of every variant; TREES chooses some of them.
trees: build
	Tests/check-trees .build/debug/infragen $(TREES)

# One file that needs nothing on the machine it runs on, not even a libc, and starts in a millisecond.
RELEASE := -c release $(BUILD) -Xswiftc -static-executable -Xlinker -s

release:
	swift build $(RELEASE) --product infragen
	@ls -l "$$(swift build -c release --show-bin-path)/infragen"

# Lexer, parser and formatter on a tree, terraform fmt on the same tree in the same run (`make bench TREE=...`), how
# rendering grows with the system, and lint beside terraform validate on 2,000 files.
TREE = $(INFRAGEN_CORPORA)/hcl

bench: release
	swift build $(RELEASE) --product benchmark
	.build/release/benchmark $(TREE) .build/release/infragen
	Tests/compare-lint .build/release/infragen

# The catalogue of the AWS provider, from public schemas: the script says what ARCHIVE and PLUGINS may name.
CATALOGUE := Sources/Build/provider-catalogue/make_catalogue.py

catalogue:
	python3 -B $(CATALOGUE) $(if $(ARCHIVE),--archive $(ARCHIVE)) $(if $(PLUGINS),--plugins $(PLUGINS))

format:
	swift format format --in-place --parallel -r Package.swift Sources Tests

format-check:
	swift format lint --strict --parallel -r Package.swift Sources Tests

# Parser and formatter over broken texts: `make fuzz SECONDS=600 SEED=7`. A debug build, for it traps the most.
SECONDS := 60
SEED := 1

fuzz:
	INFRAGEN_FUZZ_SECONDS=$(SECONDS) INFRAGEN_FUZZ_SEED=$(SEED) swift test $(BUILD) --filter HCLTests.FuzzTests

# Renders, formats and lints random specs: `make property SPECS=2000 SEED=1`. A release build, for there are many;
# `make test` tries some of them.
SPECS := 2000

property:
	swift build -c release $(BUILD) --product property
	"$$(swift build -c release --show-bin-path)/property" $(SPECS) $(SEED)
