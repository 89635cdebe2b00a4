package costs

import (
	"math"
)

// Pool bills any part of a workload on one platform at today's volume. What a
// component adds to the platform's meters and, hour by hour, to its cluster is
// a vector; the vectors of the components that are placed there add up; and
// the bill is a function of their sum. That makes it cheap to try placements,
// and exact: a pooled cluster is sized for the sum, free tiers are taken once.
type Pool struct {
	platform *Platform
	parts    [][]float64 // by component
	meters   []poolMeter
	fleets   []poolFleet
	width    int
	fixed    float64
}

// poolFleet is a pool of nodes and where the needs of its first hour are in a
// vector.
type poolFleet struct {
	*Fleet
	at int
}

// poolMeter is a meter and where its dimensions stand in a vector.
type poolMeter struct {
	*Meter
	fixed, whileHTTP, whileOut, whileEndpoint float64
	at                                        int
}

// The head of a vector: how many components are placed, how many of them take HTTP
// requests, and how many need a gateway or an endpoint of a private network.
const (
	poolCount = iota
	poolHTTP
	poolOut
	poolEndpoint
	poolHead
)

// The needs of one hour in a vector.
const (
	needCPU = iota
	needMemory
	needPods
	needGPU
	needWidth
)

// Pool prepares the platform to bill parts of the workload that it was built
// for. fixedUSD is paid on top as soon as anything is placed there.
func (p *Platform) Pool(w Workload, fixedUSD float64) *Pool {
	pool := &Pool{platform: p, fixed: fixedUSD}
	width := poolHead
	for i := range p.Meters {
		m := poolMeter{Meter: &p.Meters[i], at: width}
		for _, t := range p.Meters[i].Dimensions[0] {
			switch t.Base {
			case PerMonth:
				m.fixed += t.counted
			case PerHTTP:
				m.whileHTTP += t.counted
			case PerOut:
				m.whileOut += t.counted
			case PerEndpoint:
				m.whileEndpoint += t.counted
			}
		}
		width += len(p.Meters[i].Dimensions)
		pool.meters = append(pool.meters, m)
	}
	for _, f := range p.Fleets {
		pool.fleets = append(pool.fleets, poolFleet{f, width})
		width += needWidth * len(f.hours)
	}
	pool.width = width
	pool.fill(w)
	return pool
}

// fill works out the vector of every component. Each term belongs to one of
// them, so it is read once and not once a component.
func (p *Pool) fill(w Workload) {
	all := make([]float64, p.width*len(w.Components))
	for i := range w.Components {
		v := all[i*p.width : (i+1)*p.width : (i+1)*p.width]
		v[poolCount] = 1
		if isPublic(&w.Components[i]) {
			v[poolHTTP] = 1
		}
		if p.platform.outward != nil {
			of := p.platform.outward(i)
			if of.gateway {
				v[poolOut] = 1
			}
			if of.endpoint {
				v[poolEndpoint] = 1
			}
		}
		p.parts = append(p.parts, v)
	}
	total := w.Requests()
	for _, m := range p.meters {
		for d, terms := range m.Dimensions {
			for t := range terms {
				if i := terms[t].Index; i < len(p.parts) && terms[t].With == 0 { // A pair's is the calls': Glue has it.
					p.parts[i][m.at+d] += p.platform.counted(&terms[t], &w.Components[i], total)
				}
			}
		}
	}
	for _, f := range p.fleets {
		for k, i := range f.members {
			demand := &f.pods[k]
			for h := range f.hours {
				need := p.parts[i][f.at+h*needWidth:]
				pods := demand.needed(total * f.hours[h].rates[k])
				need[needCPU], need[needMemory] = pods*demand.cpu, pods*demand.memory
				need[needPods], need[needGPU] = pods, pods*demand.gpu
			}
		}
	}
}

// counted is what a term counts for its component at today's volume.
func (p *Platform) counted(t *Term, c *Component, total float64) float64 {
	switch t.Base {
	case PerRequest:
		return c.Requests * t.counted
	case PerUnit:
		return p.Levels[t.Level].At(total) * t.counted
	case PerComponent:
		return t.counted
	}
	return 0
}

// Empty returns the vector of no component.
func (p *Pool) Empty() []float64 { return make([]float64, p.width) }

// Hours is how many hours of the week tell the platform's nodes apart, pool by
// pool; 0 where it has none.
func (p *Pool) Hours() int {
	hours := 0
	for _, f := range p.fleets {
		hours += len(f.hours)
	}
	return hours
}

// Add sets dst to sum plus component i. dst and sum may be the same vector.
func (p *Pool) Add(dst, sum []float64, i int) {
	for k, v := range p.parts[i] {
		dst[k] = sum[k] + v
	}
}

// Remove sets dst to sum without component i. A vector that has been added to
// and removed from many times drifts by rounding; what is proven or printed is
// added up afresh.
func (p *Pool) Remove(dst, sum []float64, i int) {
	for k, v := range p.parts[i] {
		dst[k] = sum[k] - v
	}
}

// Cost returns the USD a month of the components whose vectors were added up;
// 0 where there is none, +Inf where a fixed fleet cannot carry them.
func (p *Pool) Cost(sum []float64) float64 {
	if sum[poolCount] == 0 {
		return 0
	}
	var room [inlineNodes]float64
	nodes := room[:0]
	for _, f := range p.fleets {
		counts, fits := f.counts(sum)
		if !fits {
			return math.Inf(1)
		}
		nodes = append(nodes, counts[:]...)
	}
	usd := p.fixed
	for i := range p.meters {
		m := &p.meters[i]
		quantity := sum[m.at]
		for d := 1; d < len(m.Dimensions); d++ {
			quantity = math.Max(quantity, sum[m.at+d])
		}
		quantity += m.fixed
		for _, n := range m.perNode {
			quantity += n.rate * nodes[n.level]
		}
		if sum[poolHTTP] > 0 {
			quantity += m.whileHTTP
		}
		if sum[poolOut] > 0 {
			quantity += m.whileOut
		}
		if sum[poolEndpoint] > 0 {
			quantity += m.whileEndpoint
		}
		usd += m.Price.USD(m.floor(quantity), m.Free)
	}
	return usd
}

// counts returns the nodes of the components that were added up, and whether a
// fixed fleet carries them.
func (f *poolFleet) counts(sum []float64) (nodeCounts, bool) {
	peak, mean := f.MinNodes, 0.0
	var b buyer
	for h := range f.hours {
		need := sum[f.at+h*needWidth:]
		nodes := f.nodesFor(need[needPods], need[needCPU], need[needMemory], need[needGPU])
		peak = math.Max(peak, nodes)
		mean += nodes * f.hours[h].hours / HoursPerWeek
		if f.Commitment > 0 || f.Sustained != nil {
			b.add(f.hours[h].hours, nodes)
		}
	}
	switch {
	case f.Sizing == SizeFixed && peak > f.Cluster.Nodes:
		return nodeCounts{}, false
	case f.Sizing == SizeFixed:
		return f.allWeek(f.Cluster.Nodes), true
	case f.Sizing == SizePeak:
		return f.allWeek(peak), true
	case f.Commitment > 0 || f.Sustained != nil:
		return b.counts(f.Commitment, f.Sustained), true
	}
	return nodeCounts{AllNodes: mean, FlexibleNodes: mean}, true
}
