package costs

import (
	"math"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

// MixID is the contract id of a mix.
const MixID = "mix"

// NewMix is a system whose components are on several platforms, as one
// platform: its bill is those of the parts and of the calls between them, at
// the volume of the whole system. It ends where the first of its parts does.
func NewMix(parts []*Platform) *Platform {
	mix := &Platform{ID: MixID, Name: "best mix", Letter: 'H', Option: checklist.Hybrid, Region: pricebook.Global, parts: parts, maxVolume: math.Inf(1)}
	for _, part := range parts {
		mix.maxVolume = math.Min(mix.maxVolume, part.MaxVolume())
		for _, note := range part.Notes {
			mix.Notes = append(mix.Notes, part.Name+": "+note)
		}
	}
	return mix
}

// Parts are the platforms of a mix, with the calls between them last where any
// cost something; nil for what is no mix.
func (p *Platform) Parts() []*Platform { return p.parts }

// partsCost adds up what the parts of a mix cost.
func (p *Platform) partsCost(q float64) float64 {
	usd := 0.0
	for _, part := range p.parts {
		usd += part.Cost(q)
	}
	return usd
}

// partsBill is the bill of a mix: the lines of its parts, each with its part's
// name.
func (p *Platform) partsBill(q float64) Bill {
	bill := Bill{Volume: q}
	for _, part := range p.parts {
		of := part.Bill(q)
		for _, line := range of.Lines {
			if !strings.HasPrefix(line.Label, part.Name+" ") {
				line.Label = part.Name + ": " + line.Label
			}
			bill.Lines = append(bill.Lines, line)
		}
		bill.USD += of.USD
	}
	return bill
}

// InWords is how a sentence names the platform: a mix with its article.
func (p *Platform) InWords() string {
	if p.Option == checklist.Hybrid {
		return "the " + p.Name
	}
	return p.Name
}

// Across is what all calls between options cost where each component is on the
// option that is given by its index, as a part of a mix: the same meters as the
// passages', those of one price as one. It is nil where no call costs anything.
func (g *Glue) Across(at []int) *Platform {
	p := &Platform{ID: "glue", Name: "calls across", Region: pricebook.Global, maxVolume: math.Inf(1)}
	type key struct {
		id    string
		price *pricebook.Price
	}
	var order []key
	terms := map[key][]Term{}
	first := map[key]*Meter{}
	for i, c := range g.work.Calls {
		from, to := at[c.From], at[c.To]
		if from < 0 || to < 0 || from == to {
			continue
		}
		passage := g.Passage(i, from, to)
		for k := range passage.platform.Meters {
			m := &passage.platform.Meters[k]
			of := key{m.ID, m.Price}
			if first[of] == nil {
				first[of] = m
				order = append(order, of)
			}
			terms[of] = append(terms[of], m.Dimensions[0]...)
		}
	}
	if len(order) == 0 {
		return nil
	}
	for _, of := range order {
		p.Meters = append(p.Meters, newMeter(first[of].ID, first[of].Label, first[of].Price, false, terms[of]))
	}
	return p
}
