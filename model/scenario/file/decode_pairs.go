package file

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"runwhere/model/scenario"
)

// pairs reads a list of pairs, each a list of two keys and a figure.
func (d *decoder) pairs(n *yaml.Node, f *scenario.Field, at scenario.At, path string) {
	if isNull(n) || n.Kind != yaml.SequenceNode {
		d.fail(n, path, n.Value, "not a list", f.Allowed())
		return
	}
	var v scenario.Value
	failed := len(d.errs)
	for i, pair := range n.Content {
		if i == scenario.MostCorrelations {
			d.fail(pair, path, "", "too many", "allowed are "+strconv.Itoa(scenario.MostCorrelations))
			return
		}
		key := path + "[" + strconv.Itoa(i) + "]"
		d.where[key] = pair
		v.List = append(v.List, d.pair(pair, f, key)...)
	}
	if len(d.errs) == failed {
		d.set(n, f, at, v)
	}
}

// pair reads one pair, nil where it is none.
func (d *decoder) pair(n *yaml.Node, f *scenario.Field, key string) []string {
	if !d.ordinary(n, key) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		d.fail(n, key, n.Value, "not a list of two keys and a number", f.Allowed())
		return nil
	}
	var words []string
	for _, w := range n.Content {
		if !d.ordinary(w, key) {
			return nil
		}
		if w.Kind != yaml.ScalarNode {
			d.fail(w, key, "", "not a single value", f.Allowed())
			return nil
		}
		words = append(words, w.Value)
	}
	read, err := scenario.ParseCorrelation(words)
	if err != nil {
		d.fail(n, key, err.Value, err.Problem, err.Allowed)
	}
	return read
}

// pools reads a mapping of pools by name, each a mapping of its settings.
func (d *decoder) pools(n *yaml.Node, f *scenario.Field, at scenario.At, path string) {
	if n.Kind != yaml.MappingNode {
		d.fail(n, path, n.Value, "not a mapping", f.Allowed())
		return
	}
	var v scenario.Value
	failed := len(d.errs)
	d.pairsOf(n, path, func(name string, key, settings *yaml.Node, of string) {
		if err := v.AddPool(name); err != nil {
			d.fail(key, of, err.Value, err.Problem, err.Allowed)
			return
		}
		d.where[of] = settings
		if isNull(settings) {
			return
		}
		if settings.Kind != yaml.MappingNode {
			d.fail(settings, of, settings.Value, "not a mapping", "allowed are the keys "+strings.Join(scenario.PoolKeys(), ", "))
			return
		}
		seen := map[string]bool{}
		d.pairsOf(settings, of, func(setting string, key, value *yaml.Node, full string) {
			switch {
			case seen[setting]:
				d.fail(key, full, "", "given twice", "each key may be there once")
			case value.Kind != yaml.ScalarNode:
				d.fail(value, full, "", "not a single value", f.Allowed())
			default:
				if err := v.SetPool(name, setting, value.Value); err != nil {
					d.fail(value, full, err.Value, err.Problem, err.Allowed)
				}
			}
			seen[setting] = true
		})
	})
	if len(d.errs) == failed && len(v.List) > 0 {
		d.set(n, f, at, v)
	}
}

// agreed reads a list of agreements on prices, each a mapping of its settings.
func (d *decoder) agreed(n *yaml.Node, f *scenario.Field, at scenario.At, path string) {
	if n.Kind != yaml.SequenceNode {
		d.fail(n, path, n.Value, "not a list", f.Allowed())
		return
	}
	var v scenario.Value
	failed := len(d.errs)
	for i, one := range n.Content {
		of := path + "[" + strconv.Itoa(i) + "]"
		d.where[of] = one
		if !d.ordinary(one, of) {
			continue
		}
		if one.Kind != yaml.MappingNode {
			d.fail(one, of, one.Value, "not a mapping", f.Allowed())
			continue
		}
		if err := v.AddAgreed(); err != nil {
			d.fail(one, of, err.Value, err.Problem, err.Allowed)
			return
		}
		seen := map[string]bool{}
		d.pairsOf(one, of, func(setting string, key, value *yaml.Node, full string) {
			d.where[full] = value
			switch {
			case seen[setting]:
				d.fail(key, full, "", "given twice", "each key may be there once")
			case value.Kind != yaml.ScalarNode:
				d.fail(value, full, "", "not a single value", f.Allowed())
			default:
				if err := v.SetAgreed(setting, value.Value); err != nil {
					d.fail(value, full, err.Value, err.Problem, err.Allowed)
				}
			}
			seen[setting] = true
		})
		if err := v.EndAgreed(); err != nil && len(d.errs) == failed {
			d.fail(one, of, err.Value, err.Problem, err.Allowed)
		}
	}
	if len(d.errs) == failed && len(v.List) > 0 {
		d.set(n, f, at, v)
	}
}

// pairsOf visits the pairs of a mapping whose keys are words, with their paths.
func (d *decoder) pairsOf(n *yaml.Node, path string, visit func(word string, key, value *yaml.Node, of string)) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		of := scenario.JoinPath(path, key.Value)
		switch {
		case !d.ordinary(key, of) || !d.ordinary(value, of):
		case key.Kind != yaml.ScalarNode:
			d.fail(key, path, "", "a key that is no word", "write NAME: before what it has")
		default:
			visit(key.Value, key, value, of)
		}
	}
}
