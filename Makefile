# Everything needs Go 1.26 and nothing else. Tools are pinned here and fetched
# by the go command when they are first run.
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOFUMPT     := mvdan.cc/gofumpt@v0.9.2
BENCHSTAT   := golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da

# What the program is built from: the root and the directories of packages.
SOURCES := go.mod go.sum $(wildcard *.go) $(patsubst %/,%,$(filter-out bin/,$(wildcard */)))

# Packages that compare with golden files define the flag -update.
GOLDEN := $(shell grep -rl --include='*_test.go' -e 'exp/golden' -e 'Bool."update"' . | xargs -r -n1 dirname | sort -u)

# Fuzz targets as directory:name, found in the tests.
FUZZ := $(shell grep -rho --include='*_test.go' -H '^func Fuzz[A-Za-z0-9_]*' . | sed 's,/[^/]*:func ,:,')
FUZZTIME ?= 10s

# Lines of changed golden files that a review shows.
REVIEW ?= 60

# What runs side by side, for the race detector: with properties that are checked
# less often, as a run takes ten times longer. Commands start the program itself,
# which the detector does not see. Packages without any refuse the flag.
# The lists are looked up by the target that needs them, not at every make.
RACED       := tui model
PROPERTIES   = $(shell grep -rl --exclude-dir=command --include='*_test.go' 'pgregory.net/rapid' $(RACED) | xargs -r -n1 dirname | sort -u | sed 's,^,./,')
TESTED       = $(shell find $(RACED) -path tui/command -prune -o -name '*_test.go' -print | xargs -r -n1 dirname | sort -u | sed 's,^,./,')
RACE_CHECKS ?= 5

.PHONY: run build generate test race cross lint bench backtest fuzz golden golden-review picture cover

run: build
	@./bin/runwhere

# Says what takes its time where there is anything to build.
build:
	@test -e bin/runwhere && test -z "$$(find $(SOURCES) -newer bin/runwhere | head -1)" || \
		echo "building bin/runwhere; the first time takes a minute or two, later ones seconds"
	@go build -trimpath -ldflags '-s -w' -o bin/runwhere . && touch bin/runwhere

# The tables of prices that the program is built with, from the files that people
# edit. Run it after a price has changed; a test fails until then.
generate:
	go generate ./costs/pricebook

# The tests of the commands start in this folder, as a user does. The go command
# does not see that, and so not which files they read: their results are not kept.
COMMANDS := ./tui/command

test:
	go test $$(go list ./... | grep -v '/tui/command$$')
	go test -count 1 $(COMMANDS)

# Needs a C compiler, as the race detector does.
race:
	go test -race -timeout 30m $(PROPERTIES) -rapid.checks $(RACE_CHECKS)
	@others="$(filter-out $(PROPERTIES),$(TESTED))"; test -z "$$others" || go test -race $$others

# The other systems that the program is built for.
cross:
	@for os in windows darwin; do \
		echo "vet and build for $$os"; \
		GOOS=$$os go vet ./... && GOOS=$$os go build -o /dev/null . || exit 1; \
	done

lint:
	go vet ./...
	go run $(STATICCHECK) ./...
	@bad=$$(go run $(GOFUMPT) -l .); test -z "$$bad" || { echo "not formatted by gofumpt:"; echo "$$bad"; exit 1; }

# What somebody waits for, beside its aim and the figures that were kept; then the
# benchmarks of the packages beside those that were kept. With KEEP=-keep both are
# kept for the next time, under testdata/bench.
BENCHMARKED = $(shell grep -rl --include='*_test.go' '^func Benchmark' . | xargs -r -n1 dirname | sort -u)
BENCHTIME ?= 0.2s
KEEP      ?=

bench:
	@mkdir -p bin
	go run ./tui/bench $(KEEP)
	go test -run '^$$' -bench . -benchmem -benchtime $(BENCHTIME) -timeout 60m $(BENCHMARKED) > bin/bench.txt || { cat bin/bench.txt; exit 1; }
	go run $(BENCHSTAT) kept=testdata/bench/packages.txt now=bin/bench.txt
	@test -z '$(KEEP)' || cp bin/bench.txt testdata/bench/packages.txt

# Holds the verdict against published decisions.
backtest: build
	@./bin/runwhere backtest testdata/cases/public.yaml

# Each target runs by itself, as the go command asks for.
fuzz:
	@for target in $(FUZZ); do \
		echo "$${target#*:} in $${target%:*}"; \
		go test -run '^$$' -fuzz "^$${target#*:}$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 5x "$${target%:*}" || exit 1; \
	done

# Writes golden files anew; read the difference before it is committed.
golden: generate
	go test $(GOLDEN) -update

# One page of what changed in golden files since the last commit: how many of
# each test, and of each distinct change the first lines, without colours.
golden-review:
	@git status --short --untracked-files=all -- '*.golden' | sed 's,^\(..\) \(.*\)/[^/]*$$,\1 \2,' | sort | uniq -c
	@git diff -U0 -- '*.golden' | sed -n 's/\x1b\[[0-9;]*m//g; /^[-+][^-+]/p' | awk '!seen[$$0]++' | head -$(REVIEW)

# Draws the README's picture anew, from a real frame.
picture:
	go test ./docs -run TestPictureIsFresh -update

cover:
	go test -coverprofile cover.out -coverpkg ./... ./...
	go tool cover -func cover.out | tail -1
