package tui

import (
	"slices"
	"testing"

	"runwhere/tui/keys"
)

func TestBindingsDoNotClash(t *testing.T) {
	t.Parallel()
	seen := map[string]keys.Action{}
	for _, b := range keys.Bindings {
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
	for _, b := range keys.Bindings {
		if b.Scope != keys.Global {
			continue
		}
		for _, scope := range []keys.Scope{keys.ScopeSystem, keys.ScopeLab, keys.ScopeSplit, keys.ScopeVerdict} {
			if action, _ := keys.Lookup(scope, b.Keys[0]); action != b.Action {
				t.Errorf("%s is %s in %s and not %s", b.Keys[0], action, scope, b.Action)
			}
		}
	}
}

// allScopes lists the scopes in the order of the table of bindings.
func allScopes() []keys.Scope {
	var scopes []keys.Scope
	for _, b := range keys.Bindings {
		if !slices.Contains(scopes, b.Scope) {
			scopes = append(scopes, b.Scope)
		}
	}
	return scopes
}
