package keys

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// HelpKeys is the room of the keys beside what they do.
const HelpKeys = 20

// KeyNames lists all keys of a binding that hold in a scope, or what stands
// for them where they are many.
func KeyNames(b *Binding, scope Scope) string {
	names := strings.Join(Holding(b, scope), ", ")
	if ansi.StringWidth(names) > HelpKeys {
		return b.Label(scope)
	}
	return names
}
