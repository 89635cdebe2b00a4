package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"runwhere/costs/pricebook"
	"runwhere/model/plan"
	"runwhere/model/quantity"
	"runwhere/model/report"
)

// exactUSD prints a price a unit with all its digits.
func exactUSD(usd float64) string { return "$" + strconv.FormatFloat(usd, 'f', -1, 64) }

// priceText shows a price in all its regions: what all of them share once,
// then a row a region.
func priceText(prices []*pricebook.Price) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s, USD a %s\n\n", prices[0].ID, prices[0].Unit)
	rows := make([][]string, len(prices))
	var sources, notes []string
	for i, p := range prices {
		tiers := make([]string, len(p.Tiers))
		for k, t := range p.Tiers {
			tiers[k] = exactUSD(t.USD) + markOf(p)
			if k > 0 {
				tiers[k] += " from " + quantity.FormatCount(t.From)
			}
		}
		free := ""
		if p.Free > 0 {
			free = quantity.FormatCount(p.Free)
		}
		rows[i] = []string{p.Region, strings.Join(tiers, ", "), free, p.AsOf, p.Validity()}
		sources, notes = with(sources, p.Source), with(notes, p.Note)
	}
	b.Write(table([]string{"region", "price by tier", "always free", "as of", "holds"}, rows))
	if lot := prices[0].Lot; lot > 0 {
		fmt.Fprintf(&b, "\nbilled in lots of %s\n", quantity.FormatCount(lot))
	}
	if prices[0].Use == pricebook.ForQuotes {
		b.WriteString("\nfor quotes: no platform charges it\n")
	}
	b.WriteString(privateLegend(prices))
	for _, note := range notes {
		fmt.Fprintf(&b, "\n%s\n", note)
	}
	for _, source := range sources {
		fmt.Fprintf(&b, "\nsource: %s\n", source)
	}
	return b.Bytes()
}

// with adds a text that is new.
func with(list []string, text string) []string {
	if text == "" || slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// The JSON of prices. Keys keep their order; money is USD.
type (
	priceJSON struct {
		ID        string     `json:"id"`
		Provider  string     `json:"provider"`
		Region    string     `json:"region"`
		Unit      string     `json:"unit"`
		Tiers     []tierJSON `json:"tiers"`
		Free      float64    `json:"free"`
		Lot       float64    `json:"lot,omitempty"`
		Use       string     `json:"use,omitempty"`
		Private   string     `json:"private,omitempty"`
		Source    string     `json:"source"`
		AsOf      string     `json:"as_of"`
		Note      string     `json:"note,omitempty"`
		ValidFrom string     `json:"valid_from,omitempty"`
		ValidTo   string     `json:"valid_to,omitempty"`
	}
	tierJSON struct {
		From float64 `json:"from"`
		USD  float64 `json:"usd"`
	}
)

func pricesJSON(prices []*pricebook.Price) []priceJSON {
	list := make([]priceJSON, len(prices))
	for i, p := range prices {
		list[i] = priceJSON{
			ID: p.ID, Provider: p.Provider, Region: p.Region, Unit: p.Unit, Free: p.Free, Lot: p.Lot, Use: p.Use, Private: p.Private,
			Source: p.Source, AsOf: p.AsOf, Note: p.Note, ValidFrom: p.ValidFrom, ValidTo: p.ValidTo,
		}
		for _, t := range p.Tiers {
			list[i].Tiers = append(list[i].Tiers, tierJSON(t))
		}
	}
	return list
}

// writeJSON writes a value for programs and people.
func (p *program) writeJSON(v any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return err
	}
	return p.writeAs(report.JSONFormat, standardOutput, b.Bytes())
}

// coverageMarks are what a region is marked with where no letter says what is missing.
var coverageMarks = map[plan.CoverageState]string{plan.Known: "yes", plan.NotKnown: "unknown", plan.NotOffered: "not offered"}

// coverageText is a table a provider: a row a region, a column a platform, and below
// it what the letters stand for.
func coverageText(all []plan.KindCoverage) []byte {
	var b bytes.Buffer
	var providers []string
	for i := range all {
		providers = with(providers, all[i].Kind.Provider)
	}
	for _, provider := range providers {
		b.WriteString("\n" + provider + "\n")
		b.Write(coverageTable(slices.DeleteFunc(slices.Clone(all), func(k plan.KindCoverage) bool { return k.Kind.Provider != provider })))
	}
	return bytes.TrimPrefix(b.Bytes(), []byte("\n"))
}

func coverageTable(of []plan.KindCoverage) []byte {
	head := []string{"region", "place"}
	var letters, legend []string // by id of a price
	for i := range of {
		head = append(head, fmt.Sprintf("%s (%d)", of[i].Kind.Name, of[i].Covered(plan.Known)))
	}
	rows := make([][]string, len(of[0].Regions))
	for r := range rows {
		rows[r] = []string{of[0].Regions[r].Region, of[0].Regions[r].Place}
		for i := range of {
			c := &of[i].Regions[r]
			mark := coverageMarks[c.State]
			if c.State == plan.InPart {
				var lacks []string
				for _, id := range c.Unknown {
					at := slices.Index(letters, id)
					if at < 0 {
						at = len(letters)
						letters = append(letters, id)
						legend = append(legend, fmt.Sprintf("  %c  %s", 'a'+rune(at), id))
					}
					lacks = append(lacks, string('a'+rune(at)))
				}
				slices.Sort(lacks)
				mark = "without " + strings.Join(lacks, " ")
			}
			rows[r] = append(rows[r], mark)
		}
	}
	text := table(head, rows)
	if legend != nil {
		text = append(text, strings.Join(legend, "\n")+"\n"...)
	}
	return text
}

// coverageKindJSON is where a platform's defaults have known prices.
type coverageKindJSON struct {
	ID       string               `json:"id"`
	Name     string               `json:"name"`
	Option   string               `json:"option"`
	Provider string               `json:"provider"`
	Known    int                  `json:"regions_known"`
	Regions  []coverageRegionJSON `json:"regions"`
}

type coverageRegionJSON struct {
	Region  string   `json:"region"`
	Place   string   `json:"place,omitempty"`
	State   string   `json:"state"` // known, in part, not known, not offered
	Without []string `json:"without"`
	Prices  []string `json:"unknown_prices"`
}

func coverageJSON(all []plan.KindCoverage) []coverageKindJSON {
	list := make([]coverageKindJSON, len(all))
	for i := range all {
		k := &all[i]
		list[i] = coverageKindJSON{k.Kind.ID, k.Kind.Name, string(k.Kind.Option), k.Kind.Provider, k.Covered(plan.Known), make([]coverageRegionJSON, len(k.Regions))}
		for r, c := range k.Regions {
			list[i].Regions[r] = coverageRegionJSON{c.Region, c.Place, string(c.State), append([]string{}, c.Without...), append([]string{}, c.Unknown...)}
		}
	}
	return list
}
