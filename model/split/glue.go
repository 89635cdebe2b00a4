package split

import (
	"runwhere/checklist"
	"runwhere/costs"
)

// GlueCall is a call between components that a placement puts on different
// platforms, with what it costs.
type GlueCall struct {
	From, To             string // components
	FromOption, ToOption checklist.Option
	Calls                float64 // a month
	Via                  costs.Via
	USD                  float64      // a month, without what has no known price
	Lines                []costs.Line // open to formula, price, source and date
	Notes                []string     // what is billed elsewhere or counted in a certain way
	Unknown              []string     // what has no known price
}

// edge is a call between two components with its cost by the options of both.
type edge struct {
	from, to int // components
	usd      [MostPlaces][MostPlaces]float64
}

// connect bills the calls for every pair of options. A call that costs
// nothing anywhere connects nothing.
func (p *Solver) connect() {
	p.edgesOf = make([][]int, len(p.Workload.Components))
	if p.Glue == nil {
		return
	}
	p.edges = make([]edge, 0, len(p.Workload.Calls))
	for i, c := range p.Workload.Calls {
		e := edge{from: c.From, to: c.To}
		somewhere := false
		calls := p.Workload.Components[c.From].Requests * c.PerRequest
		for pair, each := range p.Glue.PerCall(i) {
			usd := calls * each
			e.usd[pair/len(p.Places)][pair%len(p.Places)] = usd
			somewhere = somewhere || usd > 0
		}
		if somewhere && c.From != c.To {
			p.edges = append(p.edges, e)
		}
	}
	for k := range p.edges {
		e := &p.edges[k]
		p.edgesOf[e.from] = append(p.edgesOf[e.from], k)
		p.edgesOf[e.to] = append(p.edgesOf[e.to], k)
	}
}

// at is what the edge costs with its ends on two options; nothing while an end
// is nowhere.
func (e *edge) at(from, to int) float64 {
	if from < 0 || to < 0 {
		return 0
	}
	return e.usd[from][to]
}

// glueOf is what all calls of a placement cost, in USD a month.
func (p *Solver) glueOf(at []int) float64 {
	usd := 0.0
	for i := range p.edges {
		usd += p.edges[i].at(at[p.edges[i].from], at[p.edges[i].to])
	}
	return usd
}

// glueAround is what the calls from and to component i cost with it on option
// o and all others where they are.
func (p *Solver) glueAround(at []int, i, o int) float64 {
	usd := 0.0
	for _, k := range p.edgesOf[i] {
		e := &p.edges[k]
		if e.from == i {
			usd += e.at(o, at[e.to])
		} else {
			usd += e.at(at[e.from], o)
		}
	}
	return usd
}

// glueWithin is the part of glueAround that stays on the option.
func (s *Tally) glueWithin(i, o int) float64 {
	usd := 0.0
	for _, k := range s.edgesOf[i] {
		if e := &s.edges[k]; s.at[e.from+e.to-i] == o {
			usd += e.at(o, o)
		}
	}
	return usd
}

// crossing lists the calls that the placement puts on different platforms.
func (s *Tally) crossing() []GlueCall {
	if s.Glue == nil {
		return nil
	}
	var list []GlueCall
	workload := s.Workload
	volume := workload.Requests()
	for i, c := range workload.Calls {
		from, to := s.at[c.From], s.at[c.To]
		if from < 0 || to < 0 || from == to {
			continue
		}
		p := s.Glue.Passage(i, from, to)
		bill := p.Bill(volume)
		list = append(list, GlueCall{
			From: workload.Components[c.From].Name, To: workload.Components[c.To].Name,
			FromOption: s.Places[from].Option, ToOption: s.Places[to].Option,
			Calls: workload.Components[c.From].Requests * c.PerRequest, Via: p.Call.Via,
			USD: bill.USD, Lines: bill.Lines, Notes: p.Notes, Unknown: p.Unknown,
		})
	}
	return list
}
