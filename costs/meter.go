package costs

// Meter is one billed dimension of a platform: it turns a monthly request
// volume into a quantity and the quantity into USD.
//
//	quantity(q) = fixed + perRequest × q + perLevel × level(q)
//	usd(q)      = Σ over tiers of the quantity in the tier × the tier's price
//
// level is the platform's own staircase, such as the nodes of its cluster; it
// is the same for all meters of a platform. A meter is built from terms, and
// the formula that explains a number is printed from those same terms, so the
// explanation cannot drift from the sum.
type Meter struct {
	ID    string // stable within the platform, e.g. compute
	Label string // what an architect calls it
	Price *Price
	Free  bool // whether the always-free monthly amount is taken

	// Dimensions are alternative sums of terms of which the highest is billed.
	// All but a load balancer's capacity units have exactly one.
	Dimensions [][]Term

	highest                     int // the dimension that is billed
	fixed, perRequest, perLevel float64
}

// Base says what a term is counted per.
type Base int

// The bases of a term.
const (
	PerMonth   Base = iota // a fixed amount a month
	PerRequest             // a share of the request volume
	PerLevel               // the platform's level, such as its nodes
	PerHTTP                // a fixed amount a month where any component takes HTTP requests
)

// Term is one summand of a meter's quantity: a base times its factors.
type Term struct {
	Base      Base
	Component string  // whose requests, for PerRequest
	Index     int     // of that component in the workload
	Share     float64 // of the volume, for PerRequest
	Factors   []Factor
}

// Factor is a number in a formula and how it is written there.
type Factor struct {
	Value float64
	Text  string // "0.5 s", "÷ 1,048,576 KiB/GB"
}

// product is the term's quantity a unit of its base: a request, a node, a
// month.
func (t *Term) product() float64 {
	v := 1.0
	for _, f := range t.Factors {
		v *= f.Value
	}
	return v
}

// newMeter compiles the terms once, so that a point of a curve costs a few
// multiplications and no allocation. Where there are several dimensions all
// of them are plain multiples of the requests, so the one that is highest at
// one volume is highest at every volume.
func newMeter(id, label string, price *Price, free bool, dimensions ...[]Term) Meter {
	m := Meter{ID: id, Label: label, Price: price, Free: free && price.Free > 0, Dimensions: dimensions}
	for d := range dimensions {
		fixed, perRequest, perLevel := compile(dimensions[d])
		if d == 0 || perRequest > m.perRequest {
			m.highest, m.fixed, m.perRequest, m.perLevel = d, fixed, perRequest, perLevel
		}
	}
	return m
}

func compile(terms []Term) (fixed, perRequest, perLevel float64) {
	for i := range terms {
		switch v := terms[i].product(); terms[i].Base {
		case PerMonth, PerHTTP:
			fixed += v
		case PerRequest:
			perRequest += v * terms[i].Share
		case PerLevel:
			perLevel += v
		}
	}
	return fixed, perRequest, perLevel
}

// quantity returns the metered quantity a month at the volume q and the
// platform's level there.
func (m *Meter) quantity(q, level float64) float64 {
	return m.fixed + m.perRequest*q + m.perLevel*level
}

// usd returns what the meter bills a month.
func (m *Meter) usd(q, level float64) float64 {
	return m.Price.USD(m.quantity(q, level), m.Free)
}
