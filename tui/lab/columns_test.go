package lab

import (
	"testing"
)

// TestColumnsOfTheLabTable: 9 cells of bill, its mark, 8 or 11 of people and
// its mark leave the rest to the name and, from 6 cells on, to the ratio.
func TestColumnsOfTheLabTable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		w, longest, name int
		heading          string
	}{
		{26, 9, 7, "+ people"},      // 26 − 19: nothing is left for the ratio
		{29, 18, 10, "+ people"},    // 29 − 19: 80 columns
		{38, 9, 10, "with people"},  // 38 − 22 − 6: 120 columns and short names
		{38, 18, 10, "with people"}, // the same room for a long name
		{46, 18, 18, "with people"}, // 46 − 22 − 6: 120 columns and long names
		{46, 15, 15, "with people"}, // no more than the longest name needs
	} {
		if got := tableColumnsIn(c.w, c.longest); got.name != c.name || got.heading != c.heading {
			t.Errorf("%d cells and a name of %d: %+v", c.w, c.longest, got)
		}
	}
}

// TestLongNamesWidenTheTable: at 120 columns there is room for the longest
// name, at 100 there is none, and the chart never has less than 72 for it.
func TestLongNamesWidenTheTable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ w, name, right int }{{120, 9, 40}, {120, 18, 48}, {200, 18, 48}, {116, 18, 44}, {100, 18, 40}, {80, 18, 31}} {
		if l := layoutIn(c.w, 40, 20, 6, c.name, false); l.table.W != c.right {
			t.Errorf("%d columns, name of %d: the table has %d, want %d", c.w, c.name, l.table.W, c.right)
		}
	}
}
