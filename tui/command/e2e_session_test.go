package command

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	scenariofile "runwhere/model/scenario/file"
)

// ordersIn writes a scenario file of 50M requests into a directory of its own.
func ordersIn(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	data, err := scenariofile.PresetFile("scenario-b")
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "orders.yaml"), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// journaled waits until the journal of a session in a directory has a text.
func journaled(t *testing.T, dir, text string) {
	t.Helper()
	for range 400 {
		files, _ := filepath.Glob(filepath.Join(dir, "runwhere", "sessions", "*"+journalExt))
		for _, f := range files {
			if data, err := os.ReadFile(f); err == nil && strings.Contains(string(data), text) {
				return
			}
		}
		time.Sleep(25 * time.Millisecond)
	}
	t.Fatalf("no journal has %q", text)
}

// TestAKilledSessionGoesOn changes a scenario, kills the program and goes on:
// with everything where the journal had the time to be written, and else
// without the last key.
func TestAKilledSessionGoesOn(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	binary, dir := buildBinary(t), ordersIn(t)
	p := startBinary(t, binary, dir, 120, 40, "orders.yaml")
	p.await("At 50M a month")
	p.send("\x1b[C\x1b[C") // to the right: 56M, 63M
	p.await("At 63M a month")
	journaled(t, dir, "63M")
	_ = p.cmd.Process.Kill()
	_, _ = p.exit()

	p = startBinary(t, binary, dir, 120, 40, "orders.yaml")
	p.await("An unsaved session of")
	p.await("orders.yaml, 2 changes that no file holds")
	p.send("1")
	p.await("At 63M a month")
	p.send("\x1b[C")
	p.await("At 71M a month")
	_ = p.cmd.Process.Kill() // at once
	_, _ = p.exit()

	p = startBinary(t, binary, dir, 120, 40)
	p.await("An unsaved session of")
	p.send("1")
	p.await("a month ─")
	p.send("\x13") // ctrl+s
	p.await("saved to ")
	p.send("q")
	if _, err := p.exit(); err != nil {
		t.Error(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "orders.yaml"))
	if err != nil || !strings.Contains(string(data), "requests_per_month: 71M") && !strings.Contains(string(data), "requests_per_month: 63M") {
		t.Errorf("%v: more than one key is lost:\n%s", err, data)
	}
	if left, _ := os.ReadDir(filepath.Join(dir, "runwhere", "sessions")); len(left) != 0 {
		t.Errorf("a clean end leaves %v", left)
	}
}

// TestASignalKeepsTheSessionAndRestoresTheTerminal ends the program in the
// three ways in which a system does.
func TestASignalKeepsTheSessionAndRestoresTheTerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	binary := buildBinary(t)
	for _, s := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		dir := ordersIn(t)
		p := startBinary(t, binary, dir, 80, 24, "orders.yaml")
		p.await("At 50M a month")
		p.send("\x1b[C")
		p.await("At 56M a month")
		if err := p.cmd.Process.Signal(s); err != nil {
			t.Skip("no such signal here")
		}
		raw, err := p.exit()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 128+int(s) {
			t.Errorf("%v: %v", s, err)
		}
		p.restored(raw)
		p = startBinary(t, binary, dir, 80, 24, "orders.yaml")
		p.await("orders.yaml, 1 change that no file holds")
		p.send("2") // discard
		p.await("discarded")
		p.send("q")
		if _, err := p.exit(); err != nil {
			t.Error(err)
		}
	}
}

// TestWithoutAHomeTheWizardWorks keeps nothing and says so.
func TestWithoutAHomeTheWizardWorks(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	dir := ordersIn(t)
	if err := os.WriteFile(filepath.Join(dir, "runwhere"), nil, 0o600); err != nil { // where the directory would be
		t.Fatal(err)
	}
	p := startBinary(t, buildBinary(t), dir, 100, 30, "orders.yaml")
	p.await("unsaved changes are not kept for a crash: not a directory")
	p.send("\x1b[C\x03")
	if _, err := p.exit(); err != nil {
		t.Error(err)
	}
}
