package file

import (
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// MaxFileSize is the size in bytes up to which a scenario file is read.
const MaxFileSize = 1 << 20

// mostErrors is how many errors of one file are reported.
const mostErrors = 20

// Decode reads a scenario file, or the scenario in a decision record that the
// program wrote. The name only serves the errors: each is an
// *InputError of one line, and several are joined in the order of the file. The
// values have the lines of the file as their sources, none where it has no name.
func Decode(file string, data []byte) (scenario.Scenario, error) {
	return decode(file, data, scenario.Source{Kind: scenario.FromFile, File: file})
}

func decode(file string, data []byte, source scenario.Source) (scenario.Scenario, error) {
	root, err := parseFile(recordedScenario(data))
	if err != nil {
		err.File = file
		return scenario.Scenario{}, err
	}
	d := newDecoder(source)
	d.version(root)
	d.mapping(root, scenario.Layout(), scenario.At{}, "")
	for _, e := range scenario.CrossCheck(&d.s) {
		if n := d.where[e.Key]; n != nil {
			e.Line, e.Column = n.Line, n.Column
		}
		d.errs = append(d.errs, e)
	}
	if failed := d.failed(file); failed != nil {
		return scenario.Scenario{}, failed
	}
	return d.s, nil
}

// decoder walks the nodes of a file along the layout.
type decoder struct {
	s      scenario.Scenario
	source scenario.Source // of every value, but for its line
	errs   []*quantity.InputError
	where  map[string]*yaml.Node // the value at each path that was read
}

func newDecoder(source scenario.Source) *decoder {
	return &decoder{source: source, where: map[string]*yaml.Node{}}
}

// failed joins the errors in the order of the file, nil where there are none.
func (d *decoder) failed(file string) error {
	if len(d.errs) == 0 {
		return nil
	}
	slices.SortStableFunc(d.errs, func(a, b *quantity.InputError) int { return a.Line - b.Line })
	var all []error
	for _, e := range d.errs[:min(len(d.errs), mostErrors)] {
		e.File = file
		all = append(all, e)
	}
	return errors.Join(all...)
}

// fail records an error at a node.
func (d *decoder) fail(n *yaml.Node, key, value, problem, allowed string) {
	d.errs = append(d.errs, &quantity.InputError{Line: n.Line, Column: n.Column, Key: key, Value: value, Problem: problem, Allowed: allowed})
}

// version checks the schema version.
func (d *decoder) version(root *yaml.Node) {
	const allowed = "a scenario holds `runwhere: 1`, the version of its schema"
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value != scenario.VersionKey {
			continue
		}
		if v := root.Content[i+1]; v.Kind != yaml.ScalarNode || v.Value != scenario.SchemaVersion {
			d.fail(v, scenario.VersionKey, v.Value, "unknown schema version", allowed)
		}
		return
	}
	d.fail(root, scenario.VersionKey, "", "missing", allowed)
}

// ordinary refuses what YAML can say and a scenario has no use for.
func (d *decoder) ordinary(n *yaml.Node, key string) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		d.fail(n, key, "*"+n.Value, "an alias", "write the value out")
	case n.Anchor != "":
		d.fail(n, key, "&"+n.Anchor, "an anchor", "write the value out where it is used")
	case n.Style&yaml.TaggedStyle != 0:
		d.fail(n, key, n.Tag, "a tag", "write the value without it")
	default:
		return true
	}
	return false
}

// mapping reads the keys of a mapping. A mapping without a value is empty.
func (d *decoder) mapping(n *yaml.Node, sec *scenario.Section, at scenario.At, path string) {
	if !d.ordinary(n, path) || isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		d.fail(n, path, n.Value, "not a mapping", "allowed are the keys "+strings.Join(sec.Keys(), ", "))
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		full := scenario.JoinPath(path, key.Value)
		if !d.ordinary(key, full) {
			continue
		}
		if key.Kind != yaml.ScalarNode {
			d.fail(key, path, "", "a key that is no word", "allowed are the keys "+strings.Join(sec.Keys(), ", "))
			continue
		}
		name := key.Value
		child := sec.Child(name)
		if child != nil {
			name = child.Key
		}
		once, _ := sec.Former(name)
		switch {
		case seen[name]:
			d.fail(key, full, "", "given twice", "each key may be there once")
		case child != nil:
			d.value(value, child, at, scenario.JoinPath(path, name))
		case path == "" && name == scenario.VersionKey:
		case once != nil:
			d.where[full] = value
			d.field(value, once, at, full)
		default:
			d.fail(key, full, "", "unknown key", quantity.DidYouMean(quantity.Closest(name, sec.Keys()), "known are "+strings.Join(sec.Keys(), ", ")))
		}
		seen[name] = true
	}
}

// value reads what is at a key.
func (d *decoder) value(n *yaml.Node, sec *scenario.Section, at scenario.At, path string) {
	d.where[path] = n
	switch {
	case sec.Field != nil:
		d.field(n, sec.Field, at, path)
	case sec.List:
		d.list(n, sec, at, path)
	case sec.Plain != nil && n.Kind != yaml.MappingNode:
		d.field(n, sec.Plain, at, path)
	default:
		d.mapping(n, sec, at, path)
	}
}

// list reads a list of mappings.
func (d *decoder) list(n *yaml.Node, sec *scenario.Section, at scenario.At, path string) {
	if !d.ordinary(n, path) || isNull(n) {
		return
	}
	if n.Kind != yaml.SequenceNode {
		d.fail(n, path, n.Value, "not a list", "each element begins with a dash and has the keys "+strings.Join(sec.Keys(), ", "))
		return
	}
	for i, element := range n.Content {
		if i == scenario.LongestList {
			d.fail(element, path, "", "too many", "allowed are "+quantity.FormatNumber(scenario.LongestList))
			return
		}
		inner := sec.Grow(&d.s, at)
		at := path + "[" + quantity.FormatNumber(float64(i)) + "]"
		d.where[at] = element
		d.mapping(element, sec, inner, at)
	}
}

// field reads a single value or a list of words.
func (d *decoder) field(n *yaml.Node, f *scenario.Field, at scenario.At, path string) {
	if !d.ordinary(n, path) {
		return
	}
	if _, given := f.Slot.Get(&d.s, at); given && !f.Once.IsZero() {
		d.fail(n, path, "", "given twice", "each key may be there once")
		return
	}
	var v scenario.Value
	var err *quantity.InputError
	switch {
	case f.Kind == quantity.Pairs:
		d.pairs(n, f, at, path)
		return
	case f.Kind == quantity.Pools:
		d.pools(n, f, at, path)
		return
	case f.Kind == quantity.Agreed:
		d.agreed(n, f, at, path)
		return
	case f.Kind == quantity.Week && n.Kind != yaml.SequenceNode:
		err = &quantity.InputError{Value: n.Value, Problem: "not a list", Allowed: f.Allowed()}
	case (f.Kind == quantity.Choices || f.Kind == quantity.Week) && n.Kind == yaml.SequenceNode:
		var words []string
		for _, w := range n.Content {
			if !d.ordinary(w, path) {
				return
			}
			if w.Kind != yaml.ScalarNode {
				d.fail(w, path, "", "not a word", f.Allowed())
				return
			}
			words = append(words, w.Value)
		}
		if f.Kind == quantity.Week {
			v, err = scenario.ParseWeek(words)
		} else {
			v, err = f.ParseList(words)
		}
	case isNull(n):
		err = &quantity.InputError{Problem: "no value", Allowed: f.Allowed() + "; or leave the key out"}
	case f.Kind == quantity.Choices:
		err = &quantity.InputError{Value: n.Value, Problem: "not a list", Allowed: f.Allowed()}
	case n.Kind != yaml.ScalarNode:
		err = &quantity.InputError{Problem: "not a single value", Allowed: f.Allowed()}
	default:
		v, err = f.Parse(n.Value)
	}
	if err != nil {
		d.fail(n, path, err.Value, err.Problem, err.Allowed)
		return
	}
	d.set(n, f, at, v)
}

// set gives the scenario a value that was read at a node.
func (d *decoder) set(n *yaml.Node, f *scenario.Field, at scenario.At, v scenario.Value) {
	if d.source.File == "" {
		f.Slot.Set(&d.s, at, v)
		return
	}
	d.source.Line = n.Line
	f.SetFrom(&d.s, at, v, d.source)
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }
