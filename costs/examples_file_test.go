package costs

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"runwhere/costs/pricebook"
)

// example is a published bill; testdata/examples/README.md says what the keys
// of its file mean.
type example struct {
	ID, What, Source, Region, Day, Note, Excluded string

	AsOf     string             `yaml:"as_of"`
	FreeTier bool               `yaml:"free_tier"`
	UsedUp   []string           `yaml:"used_up"`
	Old      map[string]string  `yaml:"old_prices"` // the prices of the tiers by id
	LeftOut  []string           `yaml:"left_out"`
	Step     float64            `yaml:"printed_to"`
	Formulas map[string]string  `yaml:"inputs"`
	Inputs   map[string]float64 `yaml:"-"` // what the formulas come to

	Hours      string // a formula; "" for a month
	Platform   string
	Components []yaml.Node
	Serverless yaml.Node
	Kubernetes yaml.Node
	Quotes     []exampleQuote

	Given map[string]float64
	Lines map[string]float64
	Tiers map[string][]float64
	Total float64
	Off   map[string]float64 // published less ours, of lines and of "total"

	provider string
}

// exampleQuote is a line that is billed as `prices quote` does.
type exampleQuote struct {
	Line, Price, Quantity string
	Of                    string // id of a share of the price on demand, "" for all of it
	FreeTier              *bool  `yaml:"free_tier"` // nil for that of the example
}

// examples reads all files.
func examples(t *testing.T) []*example {
	t.Helper()
	names, err := filepath.Glob("../testdata/examples/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var all []*example
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			Provider string
			Examples []*example
		}
		loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithKnownFields())
		if err == nil {
			err = loader.Load(&file)
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, e := range file.Examples {
			e.provider, e.Inputs = file.Provider, map[string]float64{}
			for name, text := range e.Formulas {
				e.Inputs[name] = e.number(t, text)
			}
			if e.ID == "" || e.What == "" || e.Source == "" || !pricebook.IsDate(e.AsOf) {
				t.Errorf("%s: %q does not say what it computes, or its source or date", name, e.ID)
			}
			all = append(all, e)
		}
	}
	return all
}

// number works a formula out.
func (e *example) number(t *testing.T, text string) float64 {
	t.Helper()
	v, err := formula(text, e.Inputs)
	if err != nil {
		t.Fatalf("%s: %v", e.ID, err)
	}
	return v
}

// choices are the words of settings that are numbers in Go.
var choices = map[string]int64{"fixed": int64(SizeFixed), "keda": int64(ScaleKEDA)}

// fill sets the fields of a struct from a mapping whose keys are their names in
// the way of a scenario file: nat_gateways for NATGateways.
func (e *example) fill(t *testing.T, target reflect.Value, n *yaml.Node) {
	t.Helper()
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i].Value, n.Content[i+1]
		field := target.FieldByNameFunc(func(name string) bool { return strings.EqualFold(name, strings.ReplaceAll(key, "_", "")) })
		if !field.IsValid() {
			t.Fatalf("%s: %s is no setting", e.ID, key)
		}
		switch field.Kind() {
		case reflect.Float64:
			field.SetFloat(e.number(t, value.Value))
		case reflect.String:
			field.SetString(value.Value)
		case reflect.Bool:
			field.SetBool(value.Value == "true")
		case reflect.Int:
			if _, ok := choices[value.Value]; !ok {
				t.Fatalf("%s: %s is no choice", e.ID, value.Value)
			}
			field.SetInt(choices[value.Value])
		default:
			e.fill(t, field, value)
		}
	}
}

// workload makes the components of the example: even traffic and a small pod
// unless it says otherwise.
func (e *example) workload(t *testing.T) Workload {
	t.Helper()
	var w Workload
	for i := range e.Components {
		component := struct {
			Component
			BusyHours float64 // of each day, in which all of its traffic is
		}{Component: Component{
			Name: "c" + string(rune('1'+i)), Memory: 128, Shape: flatShape(), Pod: Pod{CPU: 0.5, Memory: 512, Concurrency: 40},
		}}
		e.fill(t, reflect.ValueOf(&component).Elem(), &e.Components[i])
		if busy := component.BusyHours; busy > 0 {
			for h := range component.Shape.Weights {
				component.Shape.Weights[h] = 0
				if float64(h%24) < busy {
					component.Shape.Weights[h] = 24 / busy
				}
			}
		}
		w.Components = append(w.Components, component.Component)
	}
	return w
}
