package pricebook

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// everyRegion stands for all regions of the file in a price.
const everyRegion = "every"

func (f *bookFile) readPrices(n *yaml.Node) error {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return f.fail(n, "prices", "must be a list")
	}
	for i, entry := range n.Content {
		if err := f.readPrice(entry, "prices["+strconv.Itoa(i)+"]"); err != nil {
			return err
		}
	}
	return nil
}

// readPrice reads one entry: a price in all regions that share its source.
func (f *bookFile) readPrice(n *yaml.Node, path string) error {
	fields, err := f.fields(n, path, "id", "unit", "free", "lot", "from", "usd", "use", "source", "as_of", "valid_from", "valid_to", "note")
	if err != nil {
		return err
	}
	p := Price{Provider: f.provider}
	if p.ID, err = f.text(n, fields, path, "id"); err != nil {
		return err
	}
	p.ID = priceID(p.ID)
	source := ""
	for _, field := range []struct {
		key string
		to  *string
	}{
		{"unit", &p.Unit},
		{"use", &p.Use},
		{"source", &source},
		{"as_of", &p.AsOf},
		{"valid_from", &p.ValidFrom},
		{"valid_to", &p.ValidTo},
		{"note", &p.Note},
	} {
		if *field.to, err = f.optional(fields, path, field.key); err != nil {
			return err
		}
	}
	if p.Source, err = f.source(fields["source"], under(path, "source"), source); err != nil {
		return err
	}
	if p.Use != "" && p.Use != ForQuotes {
		return f.fail(fields["use"], under(path, "use"), "is not known; allowed is "+ForQuotes+", for a price that no platform charges")
	}
	for _, field := range []struct {
		key string
		to  *float64
	}{{"free", &p.Free}, {"lot", &p.Lot}} {
		if n := fields[field.key]; n != nil {
			if *field.to, err = f.amount(n, under(path, field.key)); err != nil {
				return err
			}
		}
	}
	if f.list != nil {
		if err := f.checkPrivate(n, fields, path, &p); err != nil {
			return err
		}
	}
	return f.readRegions(n, fields, path, p)
}

// readRegions adds the price to the book in each region that its usd names.
func (f *bookFile) readRegions(n *yaml.Node, fields map[string]*yaml.Node, path string, p Price) error {
	from := []float64{0}
	if edges := fields["from"]; edges != nil {
		var err error
		if from, err = f.amounts(edges, under(path, "from")); err != nil {
			return err
		}
	}
	path = under(path, "usd")
	usd := fields["usd"]
	if usd == nil {
		return f.fail(&yaml.Node{Line: n.Line}, path, "is missing")
	}
	rows, err := f.fields(usd, path)
	if err != nil {
		return err
	}
	for _, words := range slices.Sorted(maps.Keys(rows)) {
		row := rows[words]
		prices, err := f.amounts(row, path)
		if err != nil {
			return err
		}
		if len(prices) != len(from) {
			return f.fail(row, path, "must have one price for each of the "+strconv.Itoa(len(from))+" tiers")
		}
		tiers := make([]Tier, len(from))
		for i := range tiers {
			tiers[i] = Tier{From: from[i], USD: prices[i]}
		}
		regions, err := f.regionsOf(row, path, words)
		if err != nil {
			return err
		}
		for _, region := range regions {
			priced := p
			priced.Region, priced.Tiers = region, tiers
			if err := f.addPrice(row, path, &priced); err != nil {
				return err
			}
		}
	}
	return nil
}

// regionsOf reads the key of a row of prices. A region that the file does not
// list is taken for a slip of the pen, but that the regions of an overlay may be
// any; global is known to every file.
func (f *bookFile) regionsOf(n *yaml.Node, path, words string) ([]string, error) {
	if words == everyRegion && len(f.regions) > 0 {
		return f.regions, nil
	}
	regions := strings.Fields(words)
	if len(regions) == 0 {
		return nil, f.fail(&yaml.Node{Line: n.Line}, path, "a row must name its regions, or "+everyRegion)
	}
	for _, region := range regions {
		if !isName(region) {
			return nil, f.fail(&yaml.Node{Line: n.Line, Kind: yaml.ScalarNode, Value: region}, path, notAName)
		}
		if region != Global && f.list == nil && !slices.Contains(f.regions, region) {
			return nil, &ParseError{File: f.name, Line: n.Line, Key: path, Value: clip(region), Text: "is not one of the file's regions"}
		}
	}
	return regions, nil
}

// amount reads a value that is one number.
func (f *bookFile) amount(n *yaml.Node, key string) (float64, error) {
	word, err := f.scalar(n, key)
	if err != nil {
		return 0, err
	}
	return f.number(n, key, word)
}

// amounts reads a value that is one or more numbers, apart by blanks.
func (f *bookFile) amounts(n *yaml.Node, key string) ([]float64, error) {
	words, err := f.scalar(n, key)
	if err != nil {
		return nil, err
	}
	var amounts []float64
	for word := range strings.FieldsSeq(words) {
		v, err := f.number(n, key, word)
		if err != nil {
			return nil, err
		}
		amounts = append(amounts, v)
	}
	if len(amounts) == 0 {
		return nil, f.fail(n, key, "must be one or more numbers")
	}
	return amounts, nil
}
