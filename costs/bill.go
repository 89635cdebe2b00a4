package costs

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dustin/go-humanize"
)

// Bill is a platform's meters read at one volume.
type Bill struct {
	Volume float64 // requests a month
	Lines  []Line
	USD    float64 // the sum of the lines
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
}

// Bill returns the platform's lines at q requests a month. A platform that
// refuses a component has no bill; a saturated fleet bills what it is (ask
// MaxVolume whether it can carry the volume).
func (p *Platform) Bill(q float64) Bill {
	bill := Bill{Volume: q}
	if !p.Feasible() {
		return bill
	}
	level := p.level(q)
	for i := range p.Meters {
		m := &p.Meters[i]
		quantity := m.quantity(q, level)
		line := Line{
			Meter: m.ID, Label: m.Label, Quantity: quantity, Unit: m.Price.Unit,
			USD: m.Price.USD(quantity, m.Free), Formula: m.formula(q, level),
			PriceID: m.Price.ID, Source: m.Price.Source, AsOf: m.Price.AsOf, Note: m.Price.Note,
		}
		bill.Lines = append(bill.Lines, line)
		bill.USD += line.USD
	}
	return bill
}

// formula prints the meter with this scenario's numbers in it, for example
//
//	50,000,000 req × 0.5 s × 1 GiB = 25,000,000 GB-s × $0.0000166667
func (m *Meter) formula(q, level float64) string {
	billed := m.Dimensions[m.highest]
	terms := make([]string, len(billed))
	for i := range billed {
		terms[i] = billed[i].text(q, level, len(billed) > 1)
	}
	quantity := m.quantity(q, level)
	text := strings.Join(terms, " + ")
	if len(billed) > 1 || len(billed[0].Factors) > 0 { // else the text is the quantity
		text += " = " + Figure(quantity) + " " + m.Price.Unit
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

func (t *Term) text(q, level float64, named bool) string {
	var parts []string
	switch t.Base {
	case PerRequest:
		requests := Figure(q*t.Share) + " req"
		if named && t.Component != "" {
			requests = t.Component + " " + requests
		}
		parts = append(parts, requests)
	case PerLevel:
		parts = append(parts, Figure(level)+" nodes")
	}
	for _, f := range t.Factors {
		parts = append(parts, f.Text)
	}
	return strings.ReplaceAll(strings.Join(parts, " × "), "× ÷", "÷")
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
	return Factor{Value: v, Text: Figure(v) + " " + unit}
}

// dividedBy is a factor that is printed as a division.
func dividedBy(v float64, unit string) Factor {
	return Factor{Value: 1 / v, Text: fmt.Sprintf("÷ %s %s", Figure(v), unit)}
}
