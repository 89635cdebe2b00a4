package costs

import "slices"

// Level is capacity that a platform bills by what is there and not by what is
// asked of it: the pods of a component, its busy instances, its warm
// environments. A level belongs to one component; the nodes that components
// share are the Fleet's.
type Level struct {
	Unit      string // what it counts: pods, busy instances
	Component string
	Index     int                     // of the component in the workload
	At        func(q float64) float64 // at q requests a month, the mean of the week
	About     func(q float64) string  // how the figure comes about, with this scenario's numbers
}

// NodeLevel is one of the ways in which the nodes of a pool are counted, pool
// after pool.
type NodeLevel int

// The node levels of a pool. Committed and Flexible are the same nodes as All,
// bought under a commitment or without one.
const (
	AllNodes NodeLevel = iota
	CommittedNodes
	FlexibleNodes
	nodeLevels
)

// nodeCounts is the mean of the week by NodeLevel.
type nodeCounts [nodeLevels]float64

// capacities is what a platform has at one volume: nodes by NodeLevel, and the
// value of every level.
type capacities struct {
	nodes  []float64
	levels []float64
}

// inlineNodes is how many counts of nodes there are at most, pool by pool.
const inlineNodes = mostPools * int(nodeLevels)

// inlineLevels is how many levels are worked out without an allocation; a
// system of more components than that pays for one a point.
const inlineLevels = 48

// capacities works out nodes and levels at a volume, in the rooms that are given.
func (p *Platform) capacities(q float64, nodes, room []float64) capacities {
	c := capacities{nodes: p.countNodes(q, nodes)}
	for i := range p.Levels {
		room = append(room, p.Levels[i].At(q))
	}
	c.levels = room
	return c
}

// countNodes counts the nodes of every pool, in the room that is given.
func (p *Platform) countNodes(q float64, room []float64) []float64 {
	for _, f := range p.Fleets {
		counts := f.Counts(q)
		room = append(room, counts[:]...)
	}
	return room
}

// weekShare is the part of the week in which a component's traffic has one
// weight.
type weekShare struct {
	hours, weight float64
}

// usualWeights is how many weights a week has at most that is drawn in digits.
const usualWeights = 10

// week returns the hours of a shape by weight, the busiest first. Few distinct
// weights make a point of a curve cheap.
func (s *Shape) week() []weekShare { return s.weekIn(nil) }

// weekIn returns them in the room that is given.
func (s *Shape) weekIn(shares []weekShare) []weekShare {
	if shares == nil {
		shares = make([]weekShare, 0, usualWeights)
	}
	last := -1 // hours of one weight come one after the other
	for _, weight := range s.Weights {
		if last < 0 || shares[last].weight != weight {
			if last = slices.IndexFunc(shares, func(of weekShare) bool { return of.weight == weight }); last < 0 {
				last = len(shares)
				shares = append(shares, weekShare{0, weight})
			}
		}
		shares[last].hours++
	}
	sortShares(shares)
	return shares
}
