package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWeightsOfAFile: --weights changes what the ledger counts and every format
// says so; --set has the last word; the record's own scenario keeps them.
func TestWeightsOfAFile(t *testing.T) {
	t.Parallel()
	file := presetFile(t, "saas-api")
	weights := filepath.Join(t.TempDir(), "ours.yaml")
	if err := os.WriteFile(weights, []byte("priority: 4\nportability: 0.5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	doc := decoded(t, must(t, "", "eval", file, "--weights", weights, "--set", "weights.portability=2", "--format", "json"))
	changed := at(t, doc, "verdict", "weights_changed").([]any)
	if len(changed) != 2 {
		t.Fatalf("%v", changed)
	}
	near(t, "portability", at(t, changed[0], "to"), 2)
	near(t, "priority", at(t, changed[1], "from"), 1.5)
	near(t, "priority", at(t, doc, "scenario", "weights", "priority"), 4)
	for format, want := range map[string]string{"text": "Changed weight: priority 4 instead of 1.5", "md": "- Changed weight: priority 4 instead of 1.5"} {
		out := must(t, "", "eval", file, "--weights", weights, "--format", format)
		if !strings.Contains(out, want) {
			t.Errorf("%s does not say %q", format, want)
		}
		if format == "md" && !strings.Contains(out, "weights:\n  portability: 0.5\n  priority: 4\n") {
			t.Error("the scenario in the record has other weights")
		}
	}
	if strings.Contains(must(t, "", "eval", file), "Changed weight") {
		t.Error("without --weights a weight is said to be changed")
	}
}

func TestBadWeights(t *testing.T) {
	t.Parallel()
	file := presetFile(t, "saas-api")
	weights := filepath.Join(t.TempDir(), "bad.yaml")
	for text, want := range map[string]string{
		"portabilty: 3\n":  weights + ":1: portabilty: unknown key; did you mean portability? known are engineers",
		"priority: lots\n": weights + ":1: priority: lots: ",
	} {
		if err := os.WriteFile(weights, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, want, "eval", file, "--weights", weights)
	}
	refused(t, "/nowhere.yaml: no such file or directory", "eval", file, "--weights", "/nowhere.yaml")
}

// refused runs a command that has to fail with exit code 2 and one line.
func refused(t *testing.T, want string, args ...string) {
	t.Helper()
	got := execute("", args...)
	if got.code != exitWrong || !strings.HasPrefix(got.errors, "runwhere: "+want) || strings.Count(got.errors, "\n") != 1 || got.out != "" {
		t.Errorf("%v: code %d, %q", args, got.code, got.errors)
	}
}
