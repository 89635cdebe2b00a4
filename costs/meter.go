package costs

import (
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// Meter is one billed dimension of a platform: it turns a monthly request
// volume into a quantity and the quantity into USD.
//
//	quantity(q) = fixed + perRequest × q + Σ perNode × nodes(q) + Σ perUnit × level(q)
//	usd(q)      = Σ over tiers of the quantity in the tier × the tier's price
//
// Nodes and levels are the platform's own capacity; they are worked out once
// for all of its meters. A meter is built from terms, and the formula that
// explains a number is printed from those same terms, so the explanation
// cannot drift from the sum.
type Meter struct {
	ID    string // stable within the platform, e.g. compute
	Label string // what an architect calls it
	Price *pricebook.Price
	Free  bool // whether the always-free monthly amount is taken

	// Dimensions are alternative sums of terms of which the highest is billed.
	// All but a load balancer's capacity units have exactly one.
	Dimensions [][]Term

	highest int // the dimension that is billed
	rates
	floored bool // whether less than nothing is nothing: what nodes include is more than what is used
}

// Base says what a term is counted per.
type Base int

// The bases of a term.
const (
	PerMonth     Base = iota // a fixed amount a month
	PerRequest               // a share of the request volume
	PerNode                  // the nodes of the fleet
	PerUnit                  // a level of one component
	PerHTTP                  // a fixed amount a month where any component takes HTTP requests
	PerOut                   // a fixed amount a month where any component sends something out of the private network that it is in
	PerEndpoint              // a fixed amount a month where any such component reaches the provider's services through an endpoint
	PerComponent             // a fixed amount a month once the component is there
)

// Term is one summand of a meter's quantity: a base times its factors.
type Term struct {
	Base      Base
	Component string    // whose, for PerRequest, PerUnit and PerComponent
	Index     int       // of that component in the workload
	Share     float64   // of the volume, for PerRequest
	Nodes     NodeLevel // which of them, for PerNode
	Level     int       // which of the platform's, for PerUnit
	With      int       // 1 + the index of another component that has to be there too; 0 for none
	Factors   []Factor

	source  *termSource // how it was read off its component; nil where no number of a component enters
	counted float64     // the product of the factors, as a meter last read it
}

// Factor is a number in a formula and how it is written there. It is written
// only where somebody reads the formula: a curve multiplies many factors that
// nobody ever sees.
type Factor struct {
	Value float64
	Input paths.Path // the value of the scenario that it is, "" for a rule or a constant

	shown, beside float64 // the numbers in the text
	unit          string
	divides       bool                               // whether shown is what is divided by
	write         func(shown, beside float64) string // nil for the number and its unit
}

// Text returns the factor as a formula shows it: "0.5 s", "÷ 1,048,576 KiB/GB".
func (f *Factor) Text() string {
	switch {
	case f.write != nil:
		return f.write(f.shown, f.beside)
	case f.divides:
		return "÷ " + Figure(f.shown) + " " + f.unit
	case f.unit == "":
		return ""
	}
	return Figure(f.shown) + " " + f.unit
}

// written is a factor whose text is more than a number and its unit. write is
// given one or two numbers to show.
func written(v float64, write func(shown, beside float64) string, numbers ...float64) Factor {
	f := Factor{Value: v, write: write}
	if len(numbers) > 0 {
		f.shown = numbers[0]
	}
	if len(numbers) > 1 {
		f.beside = numbers[1]
	}
	return f
}

// from marks the factor as a value of the scenario.
func (f Factor) from(input paths.Path) Factor {
	f.Input = input
	return f
}

// product is the term's quantity a unit of its base: a request, a node, a
// month.
func (t *Term) product() float64 {
	v := 1.0
	for i := range t.Factors {
		v *= t.Factors[i].Value
	}
	return v
}

// rates is a sum of terms, compiled: a point of a curve costs a few
// multiplications and no allocation.
type rates struct {
	fixed, perRequest float64
	perNode           []nodeRate
	perUnit           []unitRate
}

// unitRate is what a meter counts for one unit of a level.
type unitRate struct {
	level int
	rate  float64
}

// nodeRate is what a meter counts for one node of a level.
type nodeRate struct {
	level NodeLevel
	rate  float64
}

// newMeter compiles the terms once. Where there are several dimensions all of
// them are plain multiples of the requests, so the one that is highest at one
// volume is highest at every volume.
func newMeter(id, label string, price *pricebook.Price, free bool, dimensions ...[]Term) Meter {
	for _, terms := range dimensions {
		for t := range terms {
			terms[t].counted = terms[t].product()
		}
	}
	if free {
		price = price.BeyondFree()
	}
	m := Meter{ID: id, Label: label, Price: price, Free: free && price.Free > 0, Dimensions: dimensions}
	m.compile()
	return m
}

// compile adds up the terms of every dimension and takes the highest.
func (m *Meter) compile() {
	for d := range m.Dimensions {
		if d == 0 {
			m.highest, m.rates = 0, compile(m.Dimensions[0], m.rates)
		} else if r := compile(m.Dimensions[d], rates{}); r.perRequest > m.perRequest {
			m.highest, m.rates = d, r
		}
	}
}

// compile adds up terms, in the room of rates that are no longer wanted.
func compile(terms []Term, room rates) rates {
	r := rates{perNode: room.perNode[:0], perUnit: room.perUnit[:0]}
	for i := range terms {
		t := &terms[i]
		v := t.counted
		switch t.Base {
		case PerMonth, PerHTTP, PerOut, PerEndpoint, PerComponent:
			r.fixed += v
		case PerRequest:
			r.perRequest += v * t.Share
		case PerNode:
			r.perNode = append(r.perNode, nodeRate{t.Nodes, v})
		case PerUnit:
			r.perUnit = append(r.perUnit, unitRate{t.Level, v})
		}
	}
	return r
}

// quantity returns the metered quantity a month at the volume q and the
// platform's capacities there.
func (m *Meter) quantity(q float64, at *capacities) float64 {
	r := &m.rates
	quantity := r.fixed + r.perRequest*q
	for _, n := range r.perNode {
		quantity += n.rate * at.nodes[n.level]
	}
	for _, u := range r.perUnit {
		quantity += u.rate * at.levels[u.level]
	}
	return m.floor(quantity)
}

// floor is the quantity that is billed, which is never less than nothing.
func (m *Meter) floor(quantity float64) float64 {
	if m.floored && quantity < 0 {
		return 0
	}
	return quantity
}

// usd returns what the meter bills a month.
func (m *Meter) usd(q float64, at *capacities) float64 {
	return m.Price.USD(m.quantity(q, at), m.Free)
}

// counts reports whether the meter counts anything at any volume.
func (m *Meter) counts() bool {
	some := m.fixed != 0 || m.perRequest != 0
	for _, n := range m.perNode {
		some = some || n.rate != 0
	}
	for _, u := range m.perUnit {
		some = some || u.rate != 0
	}
	return some
}
