package tui

import (
	"flag"
	"fmt"
	"os"
	"slices"
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

// allScopes lists the scopes in the order of the table of bindings.
func allScopes() []Scope {
	var scopes []Scope
	for _, b := range Bindings {
		if !slices.Contains(scopes, b.Scope) {
			scopes = append(scopes, b.Scope)
		}
	}
	return scopes
}

// keyTable is the README's table of keys.
func keyTable() string {
	var t strings.Builder
	t.WriteString("| where | key | does |\n|---|---|---|\n")
	for _, scope := range allScopes() {
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

// labFrame is the README's picture of the lab.
func labFrame(t *testing.T) string {
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: Lab, Theme: ThemeDark}, 118, 34)
	return "```\n" + plain(a) + "\n```\n"
}

// TestReadmeIsFresh: the parts of the README between markers are generated.
func TestReadmeIsFresh(t *testing.T) {
	const file = "../README.md"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	for name, want := range map[string]string{"keys": keyTable(), "lab": labFrame(t)} {
		begin, end := "<!-- "+name+": begin -->\n", "<!-- "+name+": end -->"
		head, rest, ok1 := strings.Cut(readme, begin)
		part, tail, ok2 := strings.Cut(rest, end)
		switch {
		case !ok1 || !ok2:
			t.Fatalf("README.md has lost the markers of its %s", name)
		case part != want && !updating():
			t.Errorf("the %s of README.md are stale; run make golden", name)
		}
		readme = head + begin + want + end + tail
	}
	if updating() {
		if err := os.WriteFile(file, []byte(readme), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
