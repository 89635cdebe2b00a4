package kit

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"runwhere/costs/paths"
	"runwhere/model/scenario"
)

// TestEveryTraitHasAChip with a colour of its own, in both themes.
func TestEveryTraitHasAChip(t *testing.T) {
	t.Parallel()
	f, _ := scenario.FieldOf(paths.ComponentTraits)
	for _, dark := range []bool{true, false} {
		s, seen := NewStyles(dark, 0), map[string]string{}
		for _, trait := range f.Choices {
			drawn := s.Trait[trait].Render("x")
			if other, there := seen[drawn]; there || drawn == "x" {
				t.Errorf("%s is drawn like %s", trait, other)
			}
			seen[drawn] = trait
			if f.Meaning(trait) == "" || len(Chip(trait)) > 10 {
				t.Errorf("%s has no meaning or a long chip", trait)
			}
		}
	}
}

// TestChipsAreWholeOrCounted in every width.
func TestChipsAreWholeOrCounted(t *testing.T) {
	t.Parallel()
	s := NewStyles(true, 0)
	traits := []string{"stateful", "persistent-connections", "gpu"}
	for w, want := range map[int]string{
		21: "[state][connect][gpu]", 20: "[state][connect]+1", 18: "[state][connect]+1", 17: "[state]+2", 9: "[state]+2", 8: "+3", 2: "+3",
	} {
		got := ansi.Strip(s.Chips(traits, w))
		if strings.TrimRight(got, " ") != want || ansi.StringWidth(got) != w {
			t.Errorf("in %d cells: %q, want %q", w, got, want)
		}
	}
}

// TestRunsWrapWithWholeStyles: no line leaves a style open, and none is wider
// than asked.
func TestRunsWrapWithWholeStyles(t *testing.T) {
	t.Parallel()
	s := NewStyles(true, 0)
	runs := []Run{{Text: "one two", Ink: s.Text}, {Text: DotBetween, Ink: s.Faint}, {Text: Together("keep these"), Ink: s.Bad}, {Text: " averyveryverylongword x", Ink: s.Good}}
	got := wrapRuns(runs, 12, "…")
	want := []string{"one two ·", "keep these", "averyveryve…", "x"}
	if len(got) != len(want) {
		t.Fatalf("%d lines: %q", len(got), got)
	}
	for i, line := range got {
		if ansi.Strip(line) != want[i] {
			t.Errorf("line %d is %q, want %q", i, ansi.Strip(line), want[i])
		}
		if strings.Count(line, "\x1b[m") == 0 || !strings.HasSuffix(line, "\x1b[m") {
			t.Errorf("line %d leaves its style open: %q", i, line)
		}
	}
}
