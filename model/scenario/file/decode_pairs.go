package file

import (
	"strconv"

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
