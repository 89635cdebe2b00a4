package command

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"runwhere/costs/paths"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// busyScenario writes the largest preset with a pool of nodes for Wasm as well,
// which is what takes longest to search, and returns its file.
func busyScenario(t *testing.T) string {
	t.Helper()
	s, err := scenariofile.Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	kind, _ := scenario.FieldOf(paths.WasmKind)
	if err := kind.SetText(&s, scenario.At{}, "spinkube"); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "busy.yaml")
	if err := os.WriteFile(file, scenariofile.Encode(s), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestEndsAtOnceWhileItWorks: whatever is worked out and whatever is open, keys
// are read, and ctrl+c and SIGTERM end the program and restore the terminal.
func TestEndsAtOnceWhileItWorks(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	file := busyScenario(t)
	for _, c := range []struct{ what, keys, shows string }{
		{"the verdict", "5", "eing searched"},
		{"a copy", "5y", "copying the decision record"},
		{"the strips", "4g", "working it out"},
		{"a window over it", "5w", "Write a report"},
		{"a prompt over it", "5w1", "Write the report"},
		{"help over it", "5?", "Help"},
		{"a form after it", "52\r", "edit api-gateway"},
	} {
		for _, signal := range []os.Signal{nil, syscall.SIGTERM} {
			p := startTerminal(t, 120, 40, file)
			p.await("Monthly cost by volume")
			p.send(c.keys)
			p.await(c.shows)
			if signal == nil {
				p.send("\x03")
			} else if err := p.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			raw, err := p.exit()
			if signal == nil && err != nil {
				t.Errorf("%s: ctrl+c: %v", c.what, err)
			}
			p.restored(raw)
		}
	}
}
