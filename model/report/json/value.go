package json

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/report"
	"runwhere/model/scenario"
)

// number is a figure in JSON. What is not known, or has no finite value, is
// null and never 0.
type number float64

// MarshalJSON prints the figure or null.
func (n number) MarshalJSON() ([]byte, error) {
	v := float64(n)
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(quantity.Tidy(v))
}

// object is a JSON object that keeps the order of its keys.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON prints the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := plainJSON(m.key)
		if err != nil {
			return nil, err
		}
		value, err := plainJSON(m.value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// each is an array with an object for every element of a list.
func each[T any](list []T, of func(*T) object) []object {
	objects := make([]object, len(list))
	for i := range list {
		objects[i] = of(&list[i])
	}
	return objects
}

// plainJSON prints a value without the escapes that only HTML needs.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// indented prints a value for people to read, with a newline at its end.
func indented(v any) ([]byte, error) {
	plain, err := plainJSON(v)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, plain, "", "  "); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// branch is a node of the scenario while it is put together: an object, or a
// list whose elements are found by index.
type branch struct {
	keys     []string
	children map[string]*branch
	list     bool
	leaf     any
}

// at returns the branch below this one, made where it is not there yet.
func (b *branch) at(key string) *branch {
	if b.children == nil {
		b.children = map[string]*branch{}
	}
	child := b.children[key]
	if child == nil {
		child = &branch{}
		b.children[key] = child
		b.keys = append(b.keys, key)
	}
	return child
}

// MarshalJSON prints the branch with its keys in the order of their arrival.
func (b *branch) MarshalJSON() ([]byte, error) {
	switch {
	case b.list:
		items := make([]*branch, len(b.keys))
		for i, key := range b.keys {
			items[i] = b.children[key]
		}
		return plainJSON(items)
	case b.children == nil:
		return plainJSON(b.leaf)
	}
	o := make(object, len(b.keys))
	for i, key := range b.keys {
		o[i] = member{key, b.children[key]}
	}
	return o.MarshalJSON()
}

// scenarioTree puts the settings in the shape of the scenario file, figures as
// plain numbers in base units. Behind it are the list of the paths that were
// assumed and, of every other, where the value came from.
func scenarioTree(list []report.Setting) *branch {
	root := &branch{}
	root.at("runwhere").leaf = 1
	assumed, given := []string{}, object{}
	for i := range list {
		s := &list[i]
		parts := strings.Split(s.Path(), ".")
		node := root
		for _, part := range parts[:len(parts)-1] {
			if key, index, ok := strings.Cut(part, "["); ok {
				node = node.at(key)
				node.list = true
				part = index
			}
			node = node.at(part)
		}
		key := parts[len(parts)-1]
		node.at(key + baseUnit(s.Field.Kind)).leaf = jsonValue(s)
		if s.Known && s.Field.Kind.Numeric() && s.Value.Word == "" && s.Value.Amount.IsRange() {
			node.at(key + baseUnit(s.Field.Kind) + "_range").leaf = []number{number(s.Value.Amount.Low), number(s.Value.Amount.High)}
		}
		if s.Assumed() {
			assumed = append(assumed, s.Path())
		} else if s.Source.Given() {
			given = append(given, member{s.Path(), sourceJSON(s.Source)})
		}
	}
	root.at("defaults").leaf = assumed
	root.at("sources").leaf = given
	return root
}

// sourceJSON is where a value came from, with the name of its file or preset and
// its line where it has them.
func sourceJSON(s scenario.Source) object {
	o := object{{"kind", s.Kind}}
	if s.File != "" {
		o = append(o, member{"file", s.File}, member{"line", s.Line})
	}
	return o
}

// baseUnit is what a key ends in that holds a figure with a unit.
func baseUnit(k quantity.Kind) string {
	switch k {
	case quantity.Duration:
		return "_s"
	case quantity.Memory:
		return "_mib"
	case quantity.Size:
		return "_kib"
	case quantity.Volume:
		return "_gib"
	case quantity.USD:
		return "_usd"
	}
	return ""
}

// weekJSON is a measured week as figures, null for none.
func weekJSON(words []string) any {
	if len(words) == 0 {
		return nil
	}
	figures := make([]any, len(words))
	for h, word := range words {
		figures[h] = json.Number(word)
	}
	return figures
}

// jsonValue is a setting in JSON: a number for a figure or the point estimate
// of a range, the word for a band, null where nothing is known.
func jsonValue(s *report.Setting) any {
	switch v := s.Value; {
	case s.Field.Kind == quantity.Choices:
		return append([]string{}, v.List...)
	case s.Field.Kind == quantity.Week:
		return weekJSON(v.List)
	case s.Field.Kind == quantity.Pairs:
		return correlationsJSON(v.Correlations())
	case s.Field.Kind == quantity.Pools:
		return poolsJSON(v.Pools())
	case s.Field.Kind == quantity.Agreed:
		return agreedJSON(v.Agreements())
	case !s.Known:
		return nil
	case s.Field.Kind.Numeric() && v.Word == "":
		return number(v.Amount.Value())
	case v.Word == "true" || v.Word == "false":
		return v.Word == "true"
	case s.Field.Path == paths.KubernetesNodes:
		if n, err := strconv.ParseFloat(v.Word, 64); err == nil {
			return number(n)
		}
	}
	return s.Value.Word
}

// poolsJSON lists pools with their settings, null for one that is left out.
func poolsJSON(list []scenario.Pool) []object {
	orNull := func(a scenario.Maybe[quantity.Amount]) any {
		if v, given := a.Get(); given {
			return number(v.Value())
		}
		return nil
	}
	pools := make([]object, 0, len(list))
	for _, p := range list {
		node := any(nil)
		if v, given := p.Node.Get(); given {
			node = v
		}
		pools = append(pools, object{{"name", p.Name}, {"node", node}, {"min_nodes", orNull(p.MinNodes)}, {"spot_share", orNull(p.SpotShare)}})
	}
	return pools
}

// agreedJSON lists what was agreed on prices.
func agreedJSON(list []pricebook.Agreed) []object {
	agreed := make([]object, 0, len(list))
	for _, a := range list {
		agreed = append(agreed, object{
			{"match", a.Match}, {"percent", number(a.Percent)}, {"region", orNull(a.Region)}, {"source", orNull(a.Source)}, {"as_of", orNull(a.AsOf)},
		})
	}
	return agreed
}

// correlationsJSON lists pairs as a scenario file does: two keys and their rank
// correlation.
func correlationsJSON(list []scenario.Correlation) [][]any {
	pairs := make([][]any, len(list))
	for i, c := range list {
		pairs[i] = []any{c.A, c.B, c.Rank}
	}
	return pairs
}
