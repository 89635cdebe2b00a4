package tui

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestBindingsDoNotClash(t *testing.T) {
	t.Parallel()
	seen := map[string]Action{}
	for _, b := range Bindings {
		for _, key := range b.Keys {
			at := string(b.Scope) + " " + key
			if other, clash := seen[at]; clash {
				t.Errorf("%s is both %s and %s", at, other, b.Action)
			}
			seen[at] = b.Action
		}
		if b.Help == "" || len(b.Keys) == 0 {
			t.Errorf("%s in %s has no help or no key", b.Action, b.Scope)
		}
	}
}

// TestGlobalKeysAreReachable finds a global binding that every screen hides.
func TestGlobalKeysAreReachable(t *testing.T) {
	t.Parallel()
	for _, b := range Bindings {
		if b.Scope != Global {
			continue
		}
		for _, scope := range []Scope{ScopeSystem, ScopeLab, ScopeSplit, ScopeVerdict} {
			if action, _ := lookup(scope, b.Keys[0]); action != b.Action {
				t.Errorf("%s is %s in %s and not %s", b.Keys[0], action, scope, b.Action)
			}
		}
	}
}

// keyTable is the README's table of keys.
func keyTable() string {
	var t strings.Builder
	t.WriteString("| where | key | does |\n|---|---|---|\n")
	for _, scope := range []Scope{Global, ScopeChecklist, ScopeSystem, ScopeLab, ScopeBill, ScopeSplit, ScopeVerdict} {
		for _, b := range Bindings {
			if b.Scope == scope {
				keys := make([]string, len(b.Keys))
				for i, k := range b.Keys {
					keys[i] = "`" + k + "`"
				}
				fmt.Fprintf(&t, "| %s | %s | %s |\n", scope, strings.Join(keys, " "), b.Help)
			}
		}
	}
	return t.String()
}

// updating reports whether golden files are being rewritten; the flag is the
// golden package's.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

func TestReadmeKeysAreFresh(t *testing.T) {
	const file, begin, end = "../README.md", "<!-- keys: begin -->\n", "<!-- keys: end -->"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok1 := strings.Cut(string(data), begin)
	table, tail, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		t.Fatal("README.md has lost the markers of its key table")
	}
	if table == keyTable() {
		return
	}
	if !updating() {
		t.Fatal("the key table of README.md is stale; run make golden")
	}
	if err := os.WriteFile(file, []byte(head+begin+keyTable()+end+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}
