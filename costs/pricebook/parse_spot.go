package pricebook

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// readSpot reads the table of spot prices: a row a type with a figure a region,
// all from one source. It makes a price <prefix>.spot.<type> of every figure; a
// dash is one that is not known. Lists of spot prices are long, and all of a
// list is of one day: an entry a price would say the same thing a thousand times.
func (f *bookFile) readSpot(prefix string, n *yaml.Node) error {
	const path = "instances.spot"
	fields, err := f.fields(n, path, "unit", "regions", "source", "as_of", "note", "types")
	if err != nil {
		return err
	}
	p := Price{Provider: f.provider}
	var regions string
	for _, field := range []struct {
		key string
		to  *string
	}{{"unit", &p.Unit}, {"regions", &regions}, {"source", &p.Source}, {"as_of", &p.AsOf}} {
		if *field.to, err = f.text(n, fields, path, field.key); err != nil {
			return err
		}
	}
	if p.Source, err = f.source(fields["source"], under(path, "source"), p.Source); err != nil {
		return err
	}
	if p.Note, err = f.optional(fields, path, "note"); err != nil {
		return err
	}
	columns := strings.Fields(regions)
	return f.rows(fields["types"], under(path, "types"), func(name string, row *yaml.Node) error {
		spot := p
		spot.ID = priceID(prefix + spotPart + name)
		return f.readSpotRow(spot, columns, row, under(path, "types."+clip(name)))
	})
}

// spotPart is between the prefix and the type in the id of a spot price.
const spotPart = ".spot."

// readSpotRow reads the figures of one type. They share their memory: there are
// many of them, and the program starts with them.
func (f *bookFile) readSpotRow(p Price, regions []string, n *yaml.Node, path string) error {
	row, err := f.scalar(n, path)
	if err != nil {
		return err
	}
	words := strings.Fields(row)
	if len(words) != len(regions) {
		return f.fail(n, path, "must be a figure for each of the "+strconv.Itoa(len(regions))+" regions")
	}
	prices, tiers := make([]Price, len(words)), make([]Tier, len(words))
	for i, word := range words {
		if word == "-" {
			continue
		}
		usd, err := f.number(n, path, word)
		if err != nil {
			return err
		}
		tiers[i].USD = usd
		prices[i] = p
		prices[i].Region, prices[i].Tiers = regions[i], tiers[i:i+1:i+1]
		if err := f.addPrice(n, path, &prices[i]); err != nil {
			return err
		}
	}
	return nil
}
