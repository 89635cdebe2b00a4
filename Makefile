GO ?= go

# The linters are pinned; go run fetches and builds them on first use.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOFUMPT     = mvdan.cc/gofumpt@v0.9.2

.PHONY: run build test lint bench fuzz golden cover

run:            ## open the wizard
	@$(GO) run . $(ARGS)

build:          ## build bin/runwhere
	$(GO) build -trimpath -ldflags "-s -w" -o bin/runwhere .

test:           ## run the tests
	$(GO) test ./...

lint:           ## vet, staticcheck, gofumpt
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...
	@files=$$($(GO) run $(GOFUMPT) -l .); if [ -n "$$files" ]; then echo "gofumpt would change:"; echo "$$files"; exit 1; fi

bench:          ## run the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

FUZZTIME ?= 10s
fuzz:           ## run every fuzz target for FUZZTIME
	@for package in $$($(GO) list ./...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    echo "$$package $$target"; $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package || exit 1; \
	  done; \
	done

golden:         ## rewrite the golden frames and the generated parts of the README
	$(GO) test ./tui -update

cover:          ## coverage by package
	$(GO) test -cover ./...
