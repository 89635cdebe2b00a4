package tui

import (
	"slices"
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
