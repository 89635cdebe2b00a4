// Command bench measures what somebody waits for: whole commands, first frames
// and keys. It prints each beside its aim, as a multiple of what a bare program
// needs that starts and ends, and beside the figures that were kept before. Every
// run of ours is followed by one of the bare program, so that both see the same
// machine; the figures are medians. On a machine that is busy with other things
// the CPU time says more than the clock.
//
//	go run ./tui/bench           measures and prints
//	go run ./tui/bench -keep     keeps what was measured under testdata/bench as well
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	runs := flag.Int("n", 15, "runs of each command")
	only := flag.String("only", "", "only the rows that contain this text")
	keep := flag.Bool("keep", false, "keep the figures for the next time")
	flag.Parse()
	if err := bench(*runs, *only, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// kept is where the figures of an earlier run are.
const kept = "testdata/bench/table.json"

func bench(runs int, only string, keep bool) error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	m := &machine{dir: dir, runs: max(runs, 1)}
	for name, pkg := range map[string]string{"runwhere": ".", "command": "./tui/bench/bare/command", "screen": "./tui/bench/bare/screen"} {
		build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", m.path(name), pkg)
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			return fmt.Errorf("build %s: %w", pkg, err)
		}
	}
	if err := writeInputs(dir); err != nil {
		return err
	}
	before, err := readFigures(kept)
	if err != nil {
		return err
	}
	printHead()
	now := map[string]figure{}
	for _, r := range rows(dir) {
		if !strings.Contains(r.work, only) {
			continue
		}
		f, err := r.measure(m)
		if err != nil {
			return fmt.Errorf("%s: %w", r.work, err)
		}
		now[r.work] = f
		printRow(r, f, before)
	}
	if !keep {
		return nil
	}
	for work, f := range before {
		if _, measured := now[work]; !measured && only != "" {
			now[work] = f
		}
	}
	return writeFigures(filepath.FromSlash(kept), now)
}
