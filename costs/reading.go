package costs

import (
	"math"
	"slices"
)

// row is curves read at one volume: what each costs, and the figures that make
// it so.
type row struct {
	q       float64
	read    []bool      // by curve
	usd     []float64   // by curve; +Inf where it cannot carry the volume
	figures [][]float64 // by curve: nodes, levels and metered quantities; of no meaning where usd is +Inf

	best  int     // of a search for the cheapest: which it is, −1 where none can carry the volume
	least float64 // and what that costs; +Inf where none can
}

// reader reads curves at the volumes of a search. A curve is read once at a
// volume, whatever it is held against there, and rows are used again: a search
// that halves intervals keeps a row for each depth and no more.
type reader struct {
	curves []Curve
	rows   []*row // by depth
	effort []int  // by curve: figures that are looked at to read it
	work   int    // figures that may still be looked at; below 0 once that was too little
	looked int    // figures that were looked at
}

func newReader(curves []Curve, work int) *reader {
	r := &reader{curves: curves, work: work}
	for i := range curves {
		r.effort = append(r.effort, curves[i].Platform.Effort())
	}
	return r
}

// row returns the row of a depth to be read at a volume, with no curve read yet.
func (r *reader) row(depth int, q float64) *row {
	for depth >= len(r.rows) {
		r.rows = append(r.rows, &row{read: make([]bool, len(r.curves)), usd: make([]float64, len(r.curves)), figures: make([][]float64, len(r.curves))})
	}
	row := r.rows[depth]
	row.q = q
	return row
}

// read reads one curve.
func (r *reader) read(row *row, i int) {
	usd, figures := r.curves[i].Platform.read(row.q, row.figures[i][:0])
	row.read[i], row.usd[i], row.figures[i] = true, usd+r.curves[i].Fixed, figures
	r.spend(i)
}

// cost reads no more than what a curve costs.
func (r *reader) cost(i int, q float64) float64 {
	r.spend(i)
	return r.curves[i].Cost(q)
}

func (r *reader) spend(i int) {
	r.work -= r.effort[i]
	r.looked += r.effort[i]
}

// straight reports whether a curve that was read at two volumes is one straight
// line in between: no meter changes its tier and neither nodes nor levels move.
// All quantities grow with the volume, so it is enough to compare the two ends.
func (r *reader) straight(i int, lo, hi *row) bool {
	if math.IsInf(hi.usd[i], 1) {
		return math.IsInf(lo.usd[i], 1)
	}
	_, _, straight := r.curves[i].Platform.straight(lo.figures[i], hi.figures[i])
	return straight
}

// read returns what Cost returns, and appends the figures that make it so to a
// slice: nodes, levels and metered quantities, of a mix part by part.
func (p *Platform) read(q float64, figures []float64) (float64, []float64) {
	if !p.Billed() || p.saturated(q) {
		return math.Inf(1), figures
	}
	usd := 0.0
	if p.parts != nil {
		for _, part := range p.parts {
			cost := 0.0
			cost, figures = part.read(q, figures)
			usd += cost
		}
		return usd, figures
	}
	var at capacities
	nodes := len(figures)
	figures = p.countNodes(q, figures)
	levels := len(figures)
	for i := range p.Levels {
		figures = append(figures, p.Levels[i].At(q))
	}
	at.nodes, at.levels = figures[nodes:levels], figures[levels:]
	for i := range p.Meters {
		m := &p.Meters[i]
		quantity := m.quantity(q, &at)
		usd += m.Price.USD(quantity, m.Free)
		figures = append(figures, quantity)
	}
	return usd, figures
}

// straight compares the figures of two volumes, and returns what follows those
// of the platform.
func (p *Platform) straight(lo, hi []float64) (restLo, restHi []float64, straight bool) {
	for _, part := range p.parts {
		if lo, hi, straight = part.straight(lo, hi); !straight {
			return nil, nil, false
		}
	}
	if p.parts != nil {
		return lo, hi, true
	}
	capacities := len(p.Levels) + int(nodeLevels)*len(p.Fleets)
	if !slices.Equal(lo[:capacities], hi[:capacities]) {
		return nil, nil, false
	}
	lo, hi = lo[capacities:], hi[capacities:]
	for i := range p.Meters {
		m := &p.Meters[i]
		if m.Price.Tier(lo[i], m.Free) != m.Price.Tier(hi[i], m.Free) || m.floored && (lo[i] > 0) != (hi[i] > 0) {
			return nil, nil, false
		}
	}
	return lo[len(p.Meters):], hi[len(p.Meters):], true
}

// What is looked at to work out a level, which is the mean of a function of the
// load in the ten weights of a week, and a meter, in figures.
const (
	levelFigures = 40
	meterFigures = 5
)

// Effort is about how many figures are looked at to read the platform at one
// volume.
func (p *Platform) Effort() int {
	figures := levelFigures * len(p.Levels)
	for _, part := range p.parts {
		figures += part.Effort()
	}
	for i := range p.Meters {
		figures += meterFigures + len(p.Meters[i].perUnit)
	}
	for _, f := range p.Fleets {
		figures += f.effort()
	}
	return figures
}
