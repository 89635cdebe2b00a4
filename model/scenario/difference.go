package scenario

import (
	"slices"
	"strconv"
	"strings"
)

// JoinPath appends a key to the path of what it is in.
func JoinPath(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// Difference is one thing that two scenarios do not say alike: a value, or a
// component or call that only one of them has.
type Difference struct {
	Key  string // components.orders-api.duration
	A, B string // the value as a file shows it, "" where it is left out
	Only bool   // a component or call: A or B says "there", the other is ""
}

// Differences lists what two scenarios do not say alike, in the order of a
// file. Components are the same by their name, calls by where they go.
func Differences(a, b *Scenario) []Difference {
	return differences(a, b, Layout(), At{}, At{}, "")
}

func differences(a, b *Scenario, sec *Section, atA, atB At, path string) []Difference {
	var found []Difference
	for _, c := range sec.Children {
		key := JoinPath(path, c.Key)
		switch {
		case c.Field != nil:
			textA, _ := c.Field.Text(a, atA)
			textB, _ := c.Field.Text(b, atB)
			if textA != textB {
				found = append(found, Difference{Key: key, A: textA, B: textB})
			}
		case c.List:
			found = append(found, listDifferences(a, b, c, atA, atB, key)...)
		default:
			found = append(found, differences(a, b, c, atA, atB, key)...)
		}
	}
	return found
}

// listDifferences compares the elements that both lists have, and names those
// that only one has, or else the order where that differs.
func listDifferences(a, b *Scenario, sec *Section, atA, atB At, path string) []Difference {
	namesA, namesB := elementNames(a, sec, atA), elementNames(b, sec, atB)
	var found []Difference
	for i, name := range namesA {
		j := slices.Index(namesB, name)
		if j < 0 {
			found = append(found, Difference{Key: JoinPath(path, name), A: "there", Only: true})
			continue
		}
		found = append(found, differences(a, b, sec, sec.Element(atA, i), sec.Element(atB, j), JoinPath(path, name))...)
	}
	for _, name := range namesB {
		if !slices.Contains(namesA, name) {
			found = append(found, Difference{Key: JoinPath(path, name), B: "there", Only: true})
		}
	}
	if len(found) == 0 && !slices.Equal(namesA, namesB) {
		found = append(found, Difference{Key: path, A: strings.Join(namesA, ", "), B: strings.Join(namesB, ", ")})
	}
	return found
}

// elementNames returns what tells the elements of a list apart: a second call
// to the same component is numbered.
func elementNames(s *Scenario, sec *Section, at At) []string {
	var names []string
	count := map[string]int{}
	for i := range sec.length(s, at) {
		name, _ := sec.Children[0].Field.Text(s, sec.Element(at, i))
		if count[name]++; count[name] > 1 {
			name += "#" + strconv.Itoa(count[name])
		}
		names = append(names, name)
	}
	return names
}

// SameValues reports whether two scenarios say the same in the same order, to
// the last bit of every figure. A list that is empty is one that is left out.
func SameValues(a, b *Scenario) bool { return sameSection(a, b, Layout(), At{}) }

func sameSection(a, b *Scenario, sec *Section, at At) bool {
	for _, c := range sec.Children {
		switch {
		case c.Field != nil:
			valueA, givenA := c.Field.Slot.Get(a, at)
			valueB, givenB := c.Field.Slot.Get(b, at)
			if givenA != givenB || !valueA.same(valueB) {
				return false
			}
		case c.List:
			if c.length(a, at) != c.length(b, at) {
				return false
			}
			for i := range c.length(a, at) {
				if !sameSection(a, b, c, c.Element(at, i)) {
					return false
				}
			}
		case !sameSection(a, b, c, at):
			return false
		}
	}
	return true
}
