package costs

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/costs/words"
)

// Platform is a place to run a workload, with its price: a list of meters, and
// for one that bills capacity the fleet that is sized for the volume.
type Platform struct {
	ID       string // contract id: lambda, eks, cloudflare-workers
	Name     string // Lambda, EKS, Workers
	Letter   rune   // marks its curve where there is no colour
	Option   checklist.Option
	Region   string
	Meters   []Meter
	Fleet    *Fleet   // the general pool of nodes; nil where none are sized
	Fleets   []*Fleet // all pools of nodes, the general one first
	Levels   []Level
	Refusals []Refusal
	Caveats  []Refusal // limits that only an assumed value breaks
	Unbilled *Unbilled // nil where every price is known
	Notes    []string  // what the bill does not show: delays, quotas, what is left out
	People   []PeopleLine
	Usual    *UsualDiscount // what its commitment is assumed to take off; nil where that is known or there is none

	outward   func(i int) outward // what a component needs of a private network, where that has it for such alone; nil where it has not
	parts     []*Platform         // of a mix
	maxVolume float64             // requests a month that the fleet can carry; NaN as long as nobody asked
}

// Unbilled says why a platform has no total although it could run the workload.
// Where only some lines of its bill have no known price, what is known of the bill
// is a bound: it may be shown, beside what it is without, and held against a total
// that is higher than it; it is no total itself, so the platform is never called
// the cheapest, however little is known of it.
type Unbilled struct {
	Why     string   // "publishes no price: a quote is needed"
	Remedy  string   // what would give it one
	Without []string // the lines of the bill that have no known price; none where it has no line at all
	Source  string
	AsOf    string
}

// Refusal is a limit of a platform that a component breaks, with the way round.
type Refusal struct {
	Component  string
	Limit      string // "runs 20 min; Lambda stops a function after 15 min"
	Workaround string
	Source     string
	AsOf       string
	Confirm    paths.Path // of a caveat: the assumed value that breaks it

	Unbilled bool // whether nothing but a price that is not known is in the way
}

// Feasible reports whether every component can run on the platform.
func (p *Platform) Feasible() bool { return len(p.Refusals) == 0 }

// Billed reports whether the platform takes every component and every price is
// known: only then it has a bill and a curve.
func (p *Platform) Billed() bool { return p.Feasible() && p.Unbilled == nil }

// Partly reports whether the platform takes every component and the prices of some
// lines of its bill are not known: it has a bill, and no total.
func (p *Platform) Partly() bool {
	return p.Feasible() && p.Unbilled != nil && len(p.Unbilled.Without) > 0
}

// AtLeast returns what is known of the monthly bill in USD at q requests a month:
// all of it where the platform is billed, and 0 where nothing is known.
func (p *Platform) AtLeast(q float64) float64 {
	switch {
	case p.Partly() && !p.saturated(q):
		return p.sum(q)
	case p.Partly() || p.Unbilled == nil:
		return p.Cost(q)
	}
	return 0
}

// lacking sets what the bill is without, by the meters that count something; it
// leaves a platform alone that has no price for another reason.
func (p *Platform) lacking(b *pricebook.Book) {
	if p.Unbilled != nil && len(p.Unbilled.Without) == 0 {
		return
	}
	p.Unbilled = nil
	var without, ids []string
	for i := range p.Meters {
		if m := &p.Meters[i]; m.Price.Unknown != "" && m.counts() {
			without = append(without, m.Label)
			if !slices.Contains(ids, m.Price.ID) {
				ids = append(ids, m.Price.ID)
			}
		}
	}
	if without == nil {
		return
	}
	p.Unbilled = &Unbilled{
		Without: without, Why: "has no total: the price of " + words.ListWords(without) + " is not known in " + p.Region,
		Remedy: "the rate in a price overlay (" + words.ListWords(ids) + ")", Source: "the price book", AsOf: b.Version(),
	}
	if known := b.Regions(ids...); len(known) > 0 {
		p.Unbilled.Remedy += ", or another region: all of it is known in " + pricebook.SomeOf(known)
	}
}

// lacks is what the bill is without, as a sentence ends with it.
func (u *Unbilled) lacks() string {
	if len(u.Without) == 0 {
		return "it " + u.Why
	}
	return "the price of " + words.ListWords(u.Without) + " is not known"
}

// MaxVolume returns the requests a month beyond which a fixed fleet is
// saturated; +Inf where capacity follows the load, 0 where a component is
// refused.
func (p *Platform) MaxVolume() float64 {
	if !p.Billed() && !p.Partly() {
		return 0
	}
	if math.IsNaN(p.maxVolume) {
		p.maxVolume = p.Fleet.saturation()
	}
	return p.maxVolume
}

// saturated reports whether a volume is beyond MaxVolume. Where that is not
// known yet, the nodes of the one volume tell sooner than its search would.
func (p *Platform) saturated(q float64) bool {
	if math.IsNaN(p.maxVolume) {
		return q > 0 && !p.Fleet.carries(math.Ceil(q))
	}
	return q > p.maxVolume
}

// Cost returns the monthly bill in USD at q requests a month, without people.
// It is +Inf where the platform has no bill or its fixed fleet is saturated:
// such a volume has no price, and no cheaper neighbour either. Cost never falls
// as q grows; the crossovers rely on it.
func (p *Platform) Cost(q float64) float64 {
	if !p.Billed() || p.saturated(q) {
		return math.Inf(1)
	}
	return p.sum(q)
}

// sum adds up the meters whose prices are known.
func (p *Platform) sum(q float64) float64 {
	if p.parts != nil {
		return p.partsCost(q)
	}
	var nodes [inlineNodes]float64
	var room [inlineLevels]float64
	at := p.capacities(q, nodes[:0], room[:0])
	usd := 0.0
	for i := range p.Meters {
		usd += p.Meters[i].usd(q, &at)
	}
	return usd
}

// Prepare makes the platform ready to be read at many volumes, which is no use
// where it is read at one. It changes nothing once that is done.
func (p *Platform) Prepare() {
	for _, f := range p.Fleets {
		if f.classes == nil {
			f.classify()
		}
	}
}

// PeopleUSD returns the monthly cost of people and tools that no cloud bill
// shows.
func (p *Platform) PeopleUSD() float64 {
	usd := 0.0
	for _, line := range p.People {
		usd += line.USD
	}
	return usd
}

// PeopleLine is one line of the layer of costs that no cloud bill shows.
type PeopleLine struct {
	ID     string
	Label  string
	USD    float64 // a month
	Source string
	AsOf   string
}
