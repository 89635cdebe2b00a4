package system

import (
	"testing"

	"runwhere/model/scenario"
)

func TestFreeName(t *testing.T) {
	t.Parallel()
	components := []scenario.Component{{Name: "a"}, {Name: "a-2"}, {Name: "a-3"}, {Name: "-5"}, {Name: "b-"}}
	for name, want := range map[string]string{"a": "a-4", "a-2": "a-4", "b": "b-2", "-5": "-5-2", "b-": "b--2", "x-1": "x-2"} {
		if got := freeName(components, name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
