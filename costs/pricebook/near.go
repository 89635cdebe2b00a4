package pricebook

import (
	"cmp"
	"slices"
	"strings"

	"runwhere/costs/words"
)

const (
	// nearestCount is how many suggestions fit into one line of an error.
	nearestCount = 3
	// nearestLength bounds the work for a name that nobody mistyped.
	nearestLength = 64
)

// nearest returns the known names that a mistyped one may stand for: those
// within two edits, or a quarter of its length for a long name; the nearest
// first.
func nearest(name string, known []string) []string {
	if name == "" || len(name) > nearestLength {
		return nil
	}
	type candidate struct {
		name  string
		edits int
	}
	limit := max(2, len(name)/4)
	var found []candidate
	for _, k := range known {
		if edits := words.EditDistance(strings.ToLower(name), strings.ToLower(k)); edits <= limit {
			found = append(found, candidate{k, edits})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.edits, b.edits) })
	var names []string
	for _, c := range found[:min(nearestCount, len(found))] {
		names = append(names, c.name)
	}
	return names
}
