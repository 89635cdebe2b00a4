package tui

import (
	"fmt"
	"testing"

	"runwhere/model/scenario"
)

// many returns the hybrid preset repeated up to n components, each with a call
// to the one before.
func many(t testing.TB, n int) scenario.Scenario {
	t.Helper()
	s := preset(t, "hybrid")
	base := s.Components
	s.Components = make([]scenario.Component, n)
	for i := range s.Components {
		c := base[i%len(base)]
		c.Name = fmt.Sprintf("%s-%d", c.Name, i)
		if c.Calls = nil; i > 0 {
			c.Calls = []scenario.Call{{To: s.Components[i-1].Name}}
		}
		s.Components[i] = c
	}
	return s
}

// BenchmarkSystemKey is a key on the system screen with the whole frame after
// it, with 500 components: what only changes the view, a letter in the form,
// and a change of the scenario with its undo.
func BenchmarkSystemKey(b *testing.B) {
	for name, keys := range map[string]struct{ before, keys []string }{
		"move":   {nil, []string{"down", "up"}},
		"sort":   {nil, []string{"s"}},
		"filter": {[]string{"/"}, []string{"a", "backspace"}},
		"form":   {[]string{"enter", "tab", "tab"}, []string{"5", "backspace"}},
		"calls":  {[]string{"l"}, []string{"down", "up"}},
		"find":   {[]string{"l", "a"}, []string{"a", "backspace"}},
		"pin":    {nil, []string{"x", "u"}},
	} {
		b.Run(name, func(b *testing.B) {
			a, _ := newSystemApp(b, many(b, 500), 200, 60)
			press(a, keys.before...)
			keysToFrames(b, a, keys.keys...)
		})
	}
}
