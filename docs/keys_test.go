package docs

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"runwhere/tui/keys"
)

// TestKeysPageIsFresh: the page of keys is the table of bindings.
func TestKeysPageIsFresh(t *testing.T) {
	t.Parallel()
	requireGenerated(t, "keys.md", keysPage())
}

// keysPage lists every key, scope by scope in the order of the table.
func keysPage() string {
	var page strings.Builder
	page.WriteString("# Keys\n\nEvery key of every screen and window, from the one table that the program itself reads. `?` shows those of what has the focus.\n")
	var scopes []keys.Scope
	for _, b := range keys.Bindings {
		if !slices.Contains(scopes, b.Scope) {
			scopes = append(scopes, b.Scope)
		}
	}
	for _, scope := range scopes {
		fmt.Fprintf(&page, "\n## %s\n\n| key | does |\n|---|---|\n", strings.ToUpper(string(scope[:1]))+string(scope[1:]))
		for _, b := range keys.Bindings {
			if b.Scope == scope {
				fmt.Fprintf(&page, "| `%s` | %s |\n", strings.Join(b.Keys, "` `"), b.Help)
			}
		}
	}
	return page.String()
}
