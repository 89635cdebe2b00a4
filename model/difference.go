package model

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

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
	return differences(a, b, layout(), At{}, At{}, "")
}

func differences(a, b *Scenario, sec *section, atA, atB At, path string) []Difference {
	var found []Difference
	for _, c := range sec.children {
		key := joinPath(path, c.key)
		switch {
		case c.field != nil:
			textA, _ := c.field.Text(a, atA)
			textB, _ := c.field.Text(b, atB)
			if textA != textB {
				found = append(found, Difference{Key: key, A: textA, B: textB})
			}
		case c.list:
			found = append(found, listDifferences(a, b, c, atA, atB, key)...)
		default:
			found = append(found, differences(a, b, c, atA, atB, key)...)
		}
	}
	return found
}

// listDifferences compares the elements that both lists have, and names those
// that only one has, or else the order where that differs.
func listDifferences(a, b *Scenario, sec *section, atA, atB At, path string) []Difference {
	namesA, namesB := elementNames(a, sec, atA), elementNames(b, sec, atB)
	var found []Difference
	for i, name := range namesA {
		j := slices.Index(namesB, name)
		if j < 0 {
			found = append(found, Difference{Key: joinPath(path, name), A: "there", Only: true})
			continue
		}
		found = append(found, differences(a, b, sec, sec.element(atA, i), sec.element(atB, j), joinPath(path, name))...)
	}
	for _, name := range namesB {
		if !slices.Contains(namesA, name) {
			found = append(found, Difference{Key: joinPath(path, name), B: "there", Only: true})
		}
	}
	if len(found) == 0 && !slices.Equal(namesA, namesB) {
		found = append(found, Difference{Key: path, A: strings.Join(namesA, ", "), B: strings.Join(namesB, ", ")})
	}
	return found
}

// elementNames returns what tells the elements of a list apart: a second call
// to the same component is numbered.
func elementNames(s *Scenario, sec *section, at At) []string {
	var names []string
	count := map[string]int{}
	for i := range sec.length(s, at) {
		name, _ := sec.children[0].field.Text(s, sec.element(at, i))
		if count[name]++; count[name] > 1 {
			name += "#" + strconv.Itoa(count[name])
		}
		names = append(names, name)
	}
	return names
}

// CheckReadBack makes sure that a file which is about to be written holds a
// scenario: that Decode reads it, and reads every value as it is. Whatever
// writes a scenario asks before it writes.
func CheckReadBack(data []byte, s Scenario) error {
	back, err := Decode("", data)
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return errors.New("not written, as it would not be read back: " + first)
	}
	if !sameValues(&back, &s) {
		return errors.New("not written, as it would be read back as another scenario")
	}
	return nil
}

// sameValues reports whether two scenarios say the same in the same order, to
// the last bit of every figure. A list that is empty is one that is left out.
func sameValues(a, b *Scenario) bool { return sameSection(a, b, layout(), At{}) }

func sameSection(a, b *Scenario, sec *section, at At) bool {
	for _, c := range sec.children {
		switch {
		case c.field != nil:
			valueA, givenA := c.field.slot.get(a, at)
			valueB, givenB := c.field.slot.get(b, at)
			if givenA != givenB || !reflect.DeepEqual(valueA, valueB) {
				return false
			}
		case c.list:
			if c.length(a, at) != c.length(b, at) {
				return false
			}
			for i := range c.length(a, at) {
				if !sameSection(a, b, c, c.element(at, i)) {
					return false
				}
			}
		case !sameSection(a, b, c, at):
			return false
		}
	}
	return true
}
