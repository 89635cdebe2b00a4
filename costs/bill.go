package costs

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dustin/go-humanize"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// Bill is a platform's meters read at one volume.
type Bill struct {
	Volume float64 // requests a month
	Lines  []Line
	USD    float64 // the sum of the lines whose price is known
}

// Line is one meter of a bill, open to its formula, price, source and date.
type Line struct {
	Meter    string
	Label    string
	Quantity float64
	Unit     string
	USD      float64
	Formula  string
	PriceID  string
	Source   string
	AsOf     string
	Note     string
	Unknown  string     // why there is no figure where the price is not known, "" elsewhere; USD is then 0 and says nothing
	Private  string     // the file of a private rate, "" for a list price
	Basis    []string   // how the nodes, pods or instances in the formula come about
	Inputs   []UseInput // the values of the scenario in the formula
}

// UseInput is a value of the scenario that a line is worked out from.
type UseInput struct {
	Input paths.Path
	Index int // of the component, for inputs of components
	Text  string
}

// Bill returns the platform's lines at q requests a month. A platform that
// refuses a component or has no known price has no bill; where some prices are not
// known, their lines are there without a figure (ask Partly); a saturated fleet bills what it is (ask
// MaxVolume whether it can carry the volume).
func (p *Platform) Bill(q float64) Bill {
	bill := Bill{Volume: q}
	if !p.Billed() && !p.Partly() {
		return bill
	}
	if p.parts != nil {
		return p.partsBill(q)
	}
	at := p.capacities(q, nil, nil)
	for i := range p.Meters {
		m := &p.Meters[i]
		quantity := m.quantity(q, &at)
		if m.floored && quantity == 0 {
			continue // nothing beyond what the nodes include
		}
		line := Line{
			Meter: m.ID, Label: m.Label, Quantity: quantity, Unit: m.Price.Unit,
			USD: m.Price.USD(quantity, m.Free), Formula: p.formula(m, q, &at),
			PriceID: m.Price.ID, Source: m.Price.Source, AsOf: m.Price.AsOf, Note: m.Price.Note, Unknown: m.Price.Unknown, Private: m.Price.Private,
			Basis: p.basis(m, q), Inputs: m.inputs(),
		}
		if quantity == 0 {
			line.Unknown = "" // Nothing of it costs nothing, whatever its price.
		}
		bill.Lines = append(bill.Lines, line)
		bill.USD += line.USD
	}
	return bill
}

// Oldest returns the meter with the oldest price of those that count something at
// q requests a month, nil for a platform that has no bill there.
func (p *Platform) Oldest(q float64) *Meter {
	if !p.Billed() || q > p.MaxVolume() {
		return nil
	}
	var oldest *Meter
	at := p.capacities(q, nil, nil)
	for i := range p.Meters {
		m := &p.Meters[i]
		if m.quantity(q, &at) > 0 && (oldest == nil || pricebook.LastDay(m.Price.AsOf) < pricebook.LastDay(oldest.Price.AsOf)) {
			oldest = m
		}
	}
	return oldest
}

// formula prints the meter with this scenario's numbers in it, for example
//
//	50,000,000 req × 0.5 s × 1 GiB = 25,000,000 GB-s × $0.0000166667
func (p *Platform) formula(m *Meter, q float64, at *capacities) string {
	billed := m.Dimensions[m.highest]
	terms := make([]string, len(billed))
	for i := range billed {
		terms[i] = p.text(&billed[i], q, at, len(billed) > 1)
	}
	quantity := m.quantity(q, at)
	text := strings.Join(terms, " + ")
	if len(billed) > 1 || billed[0].explained() { // else the text is the quantity
		text += " = " + Figure(quantity) + " " + m.Price.Unit
	}
	if m.Price.Unknown != "" {
		return text + " × a price that is not known here"
	}
	charges := m.Price.Charges(quantity, m.Free)
	if len(charges) == 1 {
		return text + " × " + unitPrice(charges[0].UnitPrice)
	}
	parts := make([]string, len(charges))
	for i, c := range charges {
		parts[i] = Figure(c.Quantity) + " × " + unitPrice(c.UnitPrice)
	}
	return text + ": " + strings.Join(parts, " + ")
}

// text prints one term; named says which component it is of.
func (p *Platform) text(t *Term, q float64, at *capacities, named bool) string {
	var parts []string
	switch t.Base {
	case PerRequest:
		parts = append(parts, Figure(q*t.Share)+" req")
	case PerNode:
		parts = append(parts, Counted(at.nodes[t.Nodes], p.nodesOf(t)))
	case PerUnit:
		parts = append(parts, Counted(at.levels[t.Level], p.Levels[t.Level].Unit))
	}
	for i := range t.Factors {
		if text := t.Factors[i].Text(); text != "" {
			parts = append(parts, text)
		}
	}
	text := strings.ReplaceAll(strings.Join(parts, " × "), "× ÷", "÷")
	if named && t.Component != "" {
		return t.Component + " " + text
	}
	return text
}

// nodesOf is what the nodes of a term are called: those of the general pool need
// no name.
func (p *Platform) nodesOf(t *Term) string {
	pool, name := int(t.Nodes/nodeLevels), "nodes"
	if pool >= len(p.Fleets) {
		return name
	}
	if p.Fleets[pool].Sustained != nil && t.Nodes%nodeLevels == FlexibleNodes {
		name = "nodes at the full price"
	}
	if pool > 0 {
		return p.Fleets[pool].Pool + " " + name
	}
	return name
}

// explained reports whether any factor is printed.
func (t *Term) explained() bool {
	for i := range t.Factors {
		if t.Factors[i].Text() != "" {
			return true
		}
	}
	return false
}

// basis tells how the capacity in a meter's formula comes about.
func (p *Platform) basis(m *Meter, q float64) []string {
	var lines []string
	for _, t := range m.Dimensions[m.highest] {
		line := ""
		switch {
		case t.Base == PerNode && p.Fleet != nil:
			line = p.Fleets[t.Nodes/nodeLevels].about(q)
		case t.Base == PerUnit && p.Levels[t.Level].About != nil:
			line = p.Levels[t.Level].About(q)
		}
		if line != "" && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// inputs lists the values of the scenario in a meter's formula, each once.
func (m *Meter) inputs() []UseInput {
	var used []UseInput
	for _, t := range m.Dimensions[m.highest] {
		for i := range t.Factors {
			f := &t.Factors[i]
			use := UseInput{f.Input, t.Index, f.Text()}
			if !f.Input.IsZero() && !slices.Contains(used, use) {
				used = append(used, use)
			}
		}
	}
	return used
}

// Figure prints a quantity with thousands separators and no more digits than
// it deserves: whole from 1,000 on, three decimals above 1, four significant
// digits below.
func Figure(v float64) string {
	switch size := math.Abs(v); {
	case size >= 1e15 || math.IsNaN(v) || math.IsInf(v, 0):
		return strconv.FormatFloat(v, 'g', 6, 64)
	case size >= 1000:
		return humanize.Commaf(math.Round(v))
	case size >= 1:
		return strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
	case size == 0:
		return "0"
	}
	decimals := 3 - int(math.Floor(math.Log10(math.Abs(v))))
	return strings.TrimRight(strconv.FormatFloat(v, 'f', decimals, 64), "0")
}

// unitPrice prints a price a unit with all its digits.
func unitPrice(usd float64) string {
	return "$" + strconv.FormatFloat(usd, 'f', -1, 64)
}

// amount is a factor that is printed with its unit.
func amount(v float64, unit string) Factor {
	return Factor{Value: v, shown: v, unit: unit}
}

// dividedBy is a factor that is printed as a division.
func dividedBy(v float64, unit string) Factor {
	return Factor{Value: 1 / v, shown: v, unit: unit, divides: true}
}

// percent is a factor for a part of a whole that is printed in per cent.
func percent(part float64, of string) Factor {
	return Factor{Value: part, shown: part * 100, unit: of}
}

// Counted prints a quantity with its unit, which is given in the plural: "1
// node", "2 nodes", "0.5 nodes".
func Counted(v float64, units string) string {
	return Figure(v) + " " + unitOf(v, units)
}

// unitOf returns the unit of a quantity: the singular where it is printed as 1.
// Every unit that is counted makes its plural with an s at its first word or
// its last ("busy instances", "requests at once").
func unitOf(v float64, units string) string {
	if Figure(v) != "1" {
		return units
	}
	if first, rest, ok := strings.Cut(units, " "); ok && strings.HasSuffix(first, "s") {
		return strings.TrimSuffix(first, "s") + " " + rest
	}
	return strings.TrimSuffix(units, "s")
}
