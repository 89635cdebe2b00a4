package keys

import (
	"slices"
	"strings"
)

// Scope is where a binding holds. A key is looked up in the scope that has the
// focus and then in Global.
type Scope string

// The scopes.
const (
	Global         Scope = "everywhere"
	ScopeChecklist Scope = "checklist"
	ScopeScore     Scope = "architecture score"
	ScopeSystem    Scope = "system"
	ScopeCalls     Scope = "calls"
	ScopeLab       Scope = "lab"
	ScopeSplit     Scope = "split"
	ScopeComponent Scope = "component"
	ScopeFigures   Scope = "figures of the split"
	ScopeSplitPage Scope = "split pages"
	ScopeVerdict   Scope = "verdict"
	ScopeBill      Scope = "bill"
	ScopePlatforms Scope = "platforms"
	ScopeReading   Scope = "cold starts and facts"
	ScopeGrowth    Scope = "growth"
	ScopeHelp      Scope = "help"

	// In these only what is listed is a command, and what holds always.
	ScopeDialog Scope = "text entry"
	ScopeForm   Scope = "form"
	ScopeFilter Scope = "filter"
	ScopeFinder Scope = "list to search"
	ScopePicker Scope = "list to choose from"
)

// closed are the scopes in which letters are text, or a question waits for its
// answer.
var closed = []Scope{ScopeDialog, ScopeForm, ScopeFilter, ScopeFinder, ScopePicker}

// Always are the global actions that hold in closed scopes too; where letters
// are text, by those of their keys that are no letter.
var Always = []Action{Interrupt, Suspend, Help}

// Binding ties keys to an action. The help bar, the help screen and the key
// table of the README are printed from the table, so none of them can be out
// of date.
type Binding struct {
	Action Action
	Keys   []string // as Bubble Tea spells them
	Shown  string   // how help spells them; "" joins Keys
	Help   string
	Scope  Scope
	Bar    int // order in the help bar, 0 for only on the help screen
}

// Label is how the keys are written for a reader of a scope, "" where none
// holds there.
func (b *Binding) Label(scope Scope) string {
	keys := Holding(b, scope)
	if len(keys) == len(b.Keys) && b.Shown != "" {
		return b.Shown
	}
	return strings.Join(keys, "/")
}

// row is a binding of the scope that declares it, with its keys in one line.
type row struct {
	Action Action
	Keys   string
	Shown  string
	Help   string
	Bar    int
}

// declaration is what a scope says of its keys: how it is moved through, and
// its own commands.
type declaration struct {
	Scope Scope
	Way   way
	Own   []row
}

// Bindings is the one table of keys, scope by scope.
var Bindings = func() []Binding {
	var all []Binding
	for _, d := range declared {
		all = append(all, d.bindings()...)
	}
	return all
}()

// bindings are the rows of the scope's way that its own leave, then its own.
func (d *declaration) bindings() []Binding {
	var all []Binding
	for i, r := range slices.Concat(d.Way, d.Own) {
		b := Binding{r.Action, strings.Fields(r.Keys), r.Shown, r.Help, d.Scope, r.Bar}
		if i < len(d.Way) && !d.leaves(&b, d.Way[:i]) {
			continue
		}
		all = append(all, b)
	}
	return all
}

// leaves takes from a row of navigation what the scope's own rows win, its keys
// and its place in the bar, and where letters are text the letters. It reports
// whether the row stands: one of the scope's own or an earlier one for the same
// action replaces it.
func (d *declaration) leaves(b *Binding, earlier way) bool {
	typed := slices.Contains(closed, d.Scope) && d.Scope != ScopePicker
	b.Keys = slices.DeleteFunc(b.Keys, func(key string) bool { return typed && (len(key) == 1 || key == "space") })
	for _, own := range d.Own {
		taken := strings.Fields(own.Keys)
		b.Keys = slices.DeleteFunc(b.Keys, func(key string) bool { return slices.Contains(taken, key) })
		if own.Bar == b.Bar {
			b.Bar = 0
		}
	}
	same := func(r row) bool { return r.Action == b.Action }
	return len(b.Keys) > 0 && !slices.ContainsFunc(d.Own, same) && !slices.ContainsFunc(earlier, same)
}

// Lookup finds the action of a key in a scope, then among the global ones.
func Lookup(scope Scope, key string) (Action, bool) {
	if action, ok := Listed(scope, key); ok {
		return action, true
	}
	action, ok := Listed(Global, key)
	if ok && slices.Contains(closed, scope) && (len(key) == 1 && scope != ScopePicker || !slices.Contains(Always, action)) {
		return "", false
	}
	return action, ok
}

// Listed finds the action of a key in one scope alone.
func Listed(scope Scope, key string) (Action, bool) {
	for i := range Bindings {
		if b := &Bindings[i]; b.Scope == scope && slices.Contains(b.Keys, key) {
			return b.Action, true
		}
	}
	return "", false
}

// Holding are the keys of a binding that mean it in a scope: those of a global
// one that the scope does not take for something else.
func Holding(b *Binding, scope Scope) []string {
	var keys []string
	for _, key := range b.Keys {
		_, own := Listed(scope, key)
		if action, ok := Lookup(scope, key); ok && action == b.Action && own == (b.Scope == scope) {
			keys = append(keys, key)
		}
	}
	return keys
}
