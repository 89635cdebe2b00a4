package session

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// keyPattern matches a key of a scenario file in a text: components[2].calls[0].to,
// platforms.kubernetes.node.
var keyPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:(components)(?:\[(\d+)\]|\.\*)(?:\.calls\[(\d+)\])?|platforms|people|growth|weights|checklist|followup|architecture)((?:\.[a-z_]+)*)`)
})

// InWords returns an error as a screen says it. A file's author knows keys and
// their places in lists; on a screen a component has its name and a field its
// label. What is wrong in a file that was read keeps its line and its key.
func InWords(err error, s *scenario.Scenario) error {
	var several interface{ Unwrap() []error }
	if errors.As(err, &several) && len(several.Unwrap()) > 0 {
		all := several.Unwrap()
		first := InWords(all[0], s)
		if more := len(all) - 1; more > 0 {
			return fmt.Errorf("%w (and %d more)", first, more)
		}
		return first
	}
	var e *quantity.InputError
	if !errors.As(err, &e) || e.File != "" || e.Line > 0 {
		return err
	}
	said := *e
	said.Key = WordsFor(e.Key, s)
	said.Problem, said.Allowed = WordsFor(e.Problem, s), WordsFor(e.Allowed, s)
	return &said
}

// Named is inWords for a value that has a label of its own on the screen.
func Named(err error, label string, s *scenario.Scenario) error {
	var e *quantity.InputError
	err = InWords(err, s)
	if !errors.As(err, &e) {
		return err
	}
	said := *e
	said.Key = label
	return &said
}

// WordsFor writes the keys in a text in words: "orders, cpu time". A section is
// named only where the label alone would not say what it is of.
func WordsFor(text string, s *scenario.Scenario) string {
	return keyPattern().ReplaceAllStringFunc(text, func(key string) string {
		part := keyPattern().FindStringSubmatch(key)
		label := KeyLabel(strings.TrimPrefix(part[4], "."))
		if part[2] == "" {
			switch before, _, _ := strings.Cut(key, "."); {
			case label == "", before == "people", before == "growth":
				return strings.TrimSpace(before + " " + label)
			case before == "checklist":
				return "the checklist's " + label
			}
			return label
		}
		name := componentName(part[2], s)
		if call, err := strconv.Atoi(part[3]); err == nil {
			name += ", call " + strconv.Itoa(call+1)
		}
		if label == "" {
			return name
		}
		return name + ", " + label
	})
}

// componentName is the name of the component at an index that a key has.
func componentName(index string, s *scenario.Scenario) string {
	i, err := strconv.Atoi(index)
	switch {
	case err != nil:
		return index
	case i < len(s.Components) && s.Components[i].Name != "":
		return s.Components[i].Name
	case len(s.Components) == 0:
		return "the system"
	}
	return fmt.Sprintf("component %d", i+1)
}

// KeyLabel is a key in words.
func KeyLabel(key string) string {
	return strings.NewReplacer("_per_month", " a month", "_", " ", ".", " ").Replace(key)
}
