package pricebook

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// instanceTable is the head of the table of instance types: a column of prices
// a region, each with its source and date.
type instanceTable struct {
	prefix  string // of the ids of prices: ec2, gce, vm
	regions []string
	sources []string
	asOf    []string

	sizesSource string
	sizesAsOf   string
}

func (f *bookFile) readInstances(n *yaml.Node) error {
	if n == nil {
		return nil
	}
	keys := []string{"prefix", "sizes", "regions", "source", "as_of", "types", "spot"}
	if f.list != nil {
		keys = append(keys, "new_types")
	}
	fields, err := f.fields(n, "instances", keys...)
	if err != nil {
		return err
	}
	table, err := f.instanceTable(n, fields)
	if err != nil {
		return err
	}
	for _, rows := range []struct {
		key string
		add func(*yaml.Node, string, *Price) error
	}{{"types", f.addPrice}, {"new_types", f.addMachine}} {
		path := under("instances", rows.key)
		err := f.rows(fields[rows.key], path, func(name string, row *yaml.Node) error {
			return f.readInstance(table, under(path, clip(name)), name, row, rows.add)
		})
		if err != nil {
			return err
		}
	}
	if fields["spot"] == nil {
		return nil
	}
	return f.readSpot(table.prefix, fields["spot"])
}

// rows reads a mapping of instance types to rows; it may be left out.
func (f *bookFile) rows(n *yaml.Node, path string, read func(name string, row *yaml.Node) error) error {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		return f.fail(n, path, "must be a mapping of types to rows")
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i]
		if name.Kind != yaml.ScalarNode || name.Value == "" {
			return f.fail(name, path, "a type must be a word")
		}
		if !isName(name.Value) {
			return f.fail(name, path, notAName)
		}
		if err := read(name.Value, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (f *bookFile) instanceTable(n *yaml.Node, fields map[string]*yaml.Node) (*instanceTable, error) {
	t := &instanceTable{prefix: "ec2"}
	if prefix, err := f.optional(fields, "instances", "prefix"); err != nil {
		return nil, err
	} else if prefix != "" {
		t.prefix = prefix
	}
	for _, column := range []struct {
		key string
		to  *[]string
	}{{"regions", &t.regions}, {"source", &t.sources}, {"as_of", &t.asOf}} {
		words, err := f.text(n, fields, "instances", column.key)
		if err != nil {
			return nil, err
		}
		*column.to = strings.Fields(words)
		if len(*column.to) != len(t.regions) {
			return nil, f.fail(fields[column.key], under("instances", column.key), "must have one entry for each of the "+strconv.Itoa(len(t.regions))+" regions")
		}
	}
	for _, region := range t.regions {
		if !isName(region) {
			return nil, f.fail(fields["regions"], "instances.regions", notAName)
		}
	}
	for i, name := range t.sources {
		text, err := f.source(fields["source"], "instances.source", name)
		if err != nil {
			return nil, err
		}
		t.sources[i] = text
	}
	sizes := fields["sizes"]
	if sizes == nil {
		return nil, f.fail(&yaml.Node{Line: n.Line}, "instances.sizes", "is missing")
	}
	return t, f.readSizes(t, sizes)
}

// readSizes reads where the sizes of all types are from.
func (f *bookFile) readSizes(t *instanceTable, n *yaml.Node) error {
	const path = "instances.sizes"
	fields, err := f.fields(n, path, "source", "as_of")
	if err != nil {
		return err
	}
	name, err := f.text(n, fields, path, "source")
	if err != nil {
		return err
	}
	if t.sizesSource, err = f.source(fields["source"], under(path, "source"), name); err != nil {
		return err
	}
	t.sizesAsOf, err = f.text(n, fields, path, "as_of")
	return err
}

// instanceSizes is how many columns of a row come before its prices.
const instanceSizes = 7

// readInstance reads one row:
//
//	arch vCPU MiB GPU pods allocatable-mCPU allocatable-MiB | USD an hour in each region
//
// A dash is a price that is not known; the type then does not exist there.
func (f *bookFile) readInstance(t *instanceTable, path, name string, n *yaml.Node, add func(*yaml.Node, string, *Price) error) error {
	row, err := f.scalar(n, path)
	if err != nil {
		return err
	}
	words := strings.Fields(row)
	if len(words) != instanceSizes+1+len(t.regions) || words[instanceSizes] != "|" {
		return f.fail(n, path, "must be "+strconv.Itoa(instanceSizes)+" sizes, | and a price for each of the "+strconv.Itoa(len(t.regions))+" regions")
	}
	var sizes [instanceSizes]float64
	for i := 1; i < instanceSizes; i++ {
		if sizes[i], err = f.number(n, path, words[i]); err != nil {
			return err
		}
	}
	gpus, err := strconv.Atoi(words[3])
	if err != nil {
		return &ParseError{File: f.name, Line: n.Line, Key: path, Value: clip(words[3]), Text: "is not a number of GPUs"}
	}
	id := priceID(t.prefix + "." + name)
	name = strings.TrimPrefix(id, t.prefix+".")
	for i, word := range words[instanceSizes+1:] {
		if word == "-" {
			continue
		}
		usd, err := f.number(n, path, word)
		if err != nil {
			return err
		}
		hour := &Price{
			ID: id, Provider: f.provider, Region: t.regions[i], Unit: "hour", Tiers: []Tier{{USD: usd}},
			Source: t.sources[i], AsOf: t.asOf[i], Note: "on demand, Linux",
		}
		if err := add(n, path, hour); err != nil {
			return err
		}
		err = f.addInstance(n, path, &Instance{
			Provider: f.provider, Type: name, Arch: words[0], VCPU: sizes[1], MemoryMiB: sizes[2], GPU: gpus, MaxPods: sizes[4],
			AllocatableCPU: sizes[5] / 1000, AllocatableMemory: sizes[6],
			Hour: hour, Source: t.sizesSource, AsOf: t.sizesAsOf,
		})
		if err != nil {
			return err
		}
	}
	return nil
}
