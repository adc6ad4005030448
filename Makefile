# Nine words for those who build, two for those who try.
SWIFT_CHECKS = --explicit-target-dependency-import-check error
RELEASE = -c release --static-swift-stdlib
LINTEL = .build/release/lintel
DEV = swift run $(SWIFT_CHECKS) lintel-dev

.PHONY: build test lint format accept reference measure house all demo install bench

build: ## everything, with warnings and undeclared imports as errors
	swift build --build-tests $(SWIFT_CHECKS)
test: ## all tests
	swift test $(SWIFT_CHECKS) --parallel
lint: ## the format, strictly
	swift format lint --strict --parallel -r Sources Tests Package.swift
format: ## put everything into the format
	swift format -i --parallel -r Sources Tests Package.swift
accept: ## write Output anew: look at the change before it is committed
	$(DEV) accept
reference: ## write the generated pages of Documentation anew
	$(DEV) write-reference
measure: ## work and time of each stage, as JSON
	swift run $(RELEASE) lintel-dev measure
house: ## the house model, reviewed: nothing above a note
	$(DEV) check-house
all: lint build test house ## what a change must pass

demo: ## build, then review and draw the web shop
	swift build $(RELEASE) --product lintel
	$(LINTEL) build Models/webshop
bench: ## the promises on speed, as ratios of one run
	swift build $(RELEASE)
	.build/release/lintel-dev bench
install: ## copy the executable; PREFIX=/usr/local
	swift build $(RELEASE) --product lintel
	install -D $(LINTEL) $(or $(PREFIX),/usr/local)/bin/lintel
