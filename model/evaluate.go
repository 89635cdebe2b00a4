package model

import (
	"math"
	"slices"
	"sync"

	"runwhere/checklist"
	"runwhere/costs"
)

// The range of volumes of every curve, in requests a month.
const (
	LowestVolume  = 10e3
	HighestVolume = 10e9
)

// Evaluation is everything that a scenario says, worked out: what the screens,
// the reports and the command line show. It is computed anew for every change
// and never altered afterwards.
type Evaluation struct {
	Scenario  Scenario
	Resolved  Resolved
	Book      *costs.Book       // the prices that were used
	Platforms []*costs.Platform // kubernetes, serverless, wasm, then the compared ones
	Curves    []costs.Curve     // of Platforms, with people where the scenario includes them

	crossovers func() []costs.Crossover
	shown      func() []costs.Crossover
	envelope   func() []costs.Segment

	uncertainty func() *Uncertainty

	Leans   checklist.Leans
	Team    checklist.TeamFinding
	Traffic checklist.TrafficFinding
	Score   checklist.ArchitectureScore

	Split   Split
	Verdict Verdict
}

// Volume returns the requests a month of the whole system today.
func (e *Evaluation) Volume() float64 { return e.Resolved.Workload.Requests() }

// Platform returns the platform that stands for an option.
func (e *Evaluation) Platform(o costs.Option) *costs.Platform {
	return e.Platforms[slices.Index(costs.Options, o)]
}

// Curve returns the curve of a platform.
func (e *Evaluation) Curve(p *costs.Platform) costs.Curve {
	for _, c := range e.Curves {
		if c.Platform == p {
			return c
		}
	}
	return costs.Curve{Platform: p}
}

// Crossovers compares every pair of Curves. It is worked out when it is first
// asked for: a dozen platforms make 66 pairs, and a screen shows a few.
func (e *Evaluation) Crossovers() []costs.Crossover { return e.crossovers() }

// Shown returns the crossovers that matter on a chart: those of the three
// platforms that stand for the options, and those at which the cheapest of all
// platforms changes.
func (e *Evaluation) Shown() []costs.Crossover { return e.shown() }

// Envelope says which platform is the cheapest at each volume. It is worked
// out when it is first asked for.
func (e *Evaluation) Envelope() []costs.Segment { return e.envelope() }

// Crossover returns how two platforms compare over the range of volumes.
func (e *Evaluation) Crossover(a, b *costs.Platform) *costs.Crossover {
	for _, c := range e.Shown() {
		if c.A == a && c.B == b || c.A == b && c.B == a {
			return &c
		}
	}
	c := costs.FindCrossover(e.Curve(a), e.Curve(b), LowestVolume, HighestVolume)
	return &c
}

// Evaluate works a scenario out. The error is an *InputError without a file
// where a value cannot be priced: an unknown region or instance type.
func Evaluate(s Scenario, book *costs.Book) (*Evaluation, error) {
	e, err := price(s, book)
	if err != nil {
		return nil, err
	}
	e.crossovers = sync.OnceValue(func() []costs.Crossover { return costs.Crossovers(e.Curves, LowestVolume, HighestVolume) })
	e.shown = sync.OnceValue(e.findShown)
	e.envelope = sync.OnceValue(func() []costs.Segment { return costs.Envelope(e.Curves, LowestVolume, HighestVolume) })
	return e.WithDraws(e.ScaledDraws(DefaultDraws), DefaultSeed), nil
}

// WithDraws returns the same evaluation with another number of draws for
// Uncertainty, or another seed of theirs.
func (e *Evaluation) WithDraws(draws int, seed uint64) *Evaluation {
	with := *e
	with.uncertainty = sync.OnceValue(func() *Uncertainty { return EstimateUncertainty(&with, draws, seed) })
	return &with
}

// shownSteps is how many volumes are looked at for changes of the cheapest.
const shownSteps = 96

// findShown finds the pairs of Shown and compares them.
func (e *Evaluation) findShown() []costs.Crossover {
	standing := min(len(costs.Options), len(e.Curves))
	found := costs.Crossovers(e.Curves[:standing], LowestVolume, HighestVolume)
	if len(e.Curves) == standing {
		return found
	}
	has := func(a, b *costs.Platform) bool {
		return slices.ContainsFunc(found, func(c costs.Crossover) bool { return c.A == a && c.B == b || c.A == b && c.B == a })
	}
	var last *costs.Platform
	for i := range shownSteps + 1 {
		q := math.Round(LowestVolume * math.Pow(HighestVolume/LowestVolume, float64(i)/shownSteps))
		cheapest := costs.Cheapest(e.Curves, q)
		if cheapest != nil && last != nil && cheapest != last && !has(last, cheapest) {
			found = append(found, costs.FindCrossover(e.Curve(last), e.Curve(cheapest), LowestVolume, HighestVolume))
		}
		if cheapest != nil {
			last = cheapest
		}
	}
	return found
}

// price does all of Evaluate but the crossovers and the envelope.
func price(s Scenario, book *costs.Book) (*Evaluation, error) {
	e, err := worked(s, book)
	if err != nil {
		return nil, err
	}
	if e.Split, err = e.split(); err != nil {
		return nil, err
	}
	e.Verdict = e.verdict()
	return e, nil
}

// recommend returns what would be recommended, without any explanation: what
// the search for a flip asks many times. An error leaves nothing possible.
func recommend(s Scenario, book *costs.Book) checklist.Option {
	s.Compare = nil // what is only compared recommends nothing
	e, err := worked(s, book)
	if err != nil {
		return ""
	}
	p, err := e.placing()
	if err != nil {
		return ""
	}
	best, _ := p.solve()
	e.Split = p.stand(best).outline()
	if ranking := e.ranked(e.ledger()); ranking[0].Feasible {
		return ranking[0].Option
	}
	return ""
}

// worked resolves a scenario, builds its curves and applies the instruments.
func worked(s Scenario, book *costs.Book) (*Evaluation, error) {
	r, err := Resolve(s)
	if err != nil {
		return nil, unpriced(s, book, err)
	}
	if err := r.checkRegion(s, book); err != nil {
		return nil, err
	}
	e := &Evaluation{Scenario: s, Resolved: r, Book: book}
	if e.Curves, err = r.curves(book); err != nil {
		return nil, unpriced(s, book, err)
	}
	for _, c := range e.Curves {
		e.Platforms = append(e.Platforms, c.Platform)
	}
	e.instruments()
	return e, nil
}

// instruments applies the framework's own instruments to the answers.
func (e *Evaluation) instruments() {
	e.Leans = checklist.Tally(e.Scenario.Answers)
	e.Team = checklist.Team(e.Scenario.Answers)
	e.Traffic = checklist.Traffic(e.Scenario.Answers)
	factors := checklist.Derive(e.Scenario.Factors, e.Scenario.Answers, e.Resolved.observed())
	e.Score = checklist.Score(factors)
}

// Curves prices every platform of a scenario and nothing else: neither where
// they cross nor what follows from it. It is what a series of many scenarios
// asks for. The error is that of Evaluate.
func Curves(s Scenario, book *costs.Book) ([]costs.Curve, Resolved, error) {
	r, err := Resolve(s)
	if err != nil {
		return nil, r, unpriced(s, book, err)
	}
	curves, err := r.curves(book)
	if err != nil {
		return nil, r, unpriced(s, book, err)
	}
	return curves, r, nil
}

// curves builds the platforms, with people where the scenario includes them. A
// platform that is only compared may lack a price; the three that stand for
// the options may not.
func (r *Resolved) curves(book *costs.Book) ([]costs.Curve, error) {
	var curves []costs.Curve
	for i := range r.Kinds {
		c, err := r.curve(i, book)
		if err != nil {
			return nil, err
		}
		curves = append(curves, c)
	}
	return curves, nil
}

// curve builds the platform at an index of Kinds.
func (r *Resolved) curve(i int, book *costs.Book) (costs.Curve, error) {
	build := costs.Build
	if i >= len(costs.Options) {
		build = costs.BuildUnpriced
	}
	p, err := build(r.Kinds[i], book, &r.Settings, r.Workload)
	if err != nil {
		return costs.Curve{}, err
	}
	p.People = r.peopleOf(p)
	return costs.Curve{Platform: p, Fixed: r.fixed(p)}, nil
}

// fixed returns the USD a month of people and tools that a platform's curve
// includes.
func (r *Resolved) fixed(p *costs.Platform) float64 {
	if !r.IncludePeople {
		return 0
	}
	people := costs.Platform{People: r.peopleOf(p)}
	return people.PeopleUSD()
}

// EveryPlatform prices the workload on every kind there is, in the order of
// the registry: those of the scenario as they are, and all others.
func (e *Evaluation) EveryPlatform() []*costs.Platform {
	var all []*costs.Platform
	for _, kind := range costs.Kinds() {
		if p, err := e.priced(kind.ID); err == nil {
			all = append(all, p)
		}
	}
	return all
}

// priced returns the platform of a kind: the one that is drawn, or else one
// that is priced for the occasion.
func (e *Evaluation) priced(id string) (*costs.Platform, error) {
	if i := slices.IndexFunc(e.Platforms, func(p *costs.Platform) bool { return p.ID == id }); i >= 0 {
		return e.Platforms[i], nil
	}
	p, err := costs.BuildUnpriced(id, e.Book, &e.Resolved.Settings, e.Resolved.Workload)
	if err != nil {
		return nil, err
	}
	p.People = e.Resolved.peopleOf(p)
	return p, nil
}
