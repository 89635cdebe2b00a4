package model

import (
	"fmt"
	"slices"

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

	Crossovers []costs.Crossover // every pair of Curves
	Envelope   []costs.Segment

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

// Crossover returns how two platforms compare over the range of volumes.
func (e *Evaluation) Crossover(a, b *costs.Platform) *costs.Crossover {
	for i := range e.Crossovers {
		c := &e.Crossovers[i]
		if c.A == a && c.B == b || c.A == b && c.B == a {
			return c
		}
	}
	return nil
}

// Evaluate works a scenario out. The error is an *InputError without a file
// where a value cannot be priced: an unknown region or instance type.
func Evaluate(s Scenario, book *costs.Book) (*Evaluation, error) {
	e, err := price(s, book)
	if err != nil {
		return nil, err
	}
	e.Crossovers = costs.Crossovers(e.Curves, LowestVolume, HighestVolume)
	e.Envelope = costs.Envelope(e.Curves, e.Crossovers, LowestVolume, HighestVolume)
	return e, nil
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
	r, err := Resolve(s, book)
	if err != nil {
		return nil, unpriced(s, book, err)
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
	r, err := Resolve(s, book)
	if err != nil {
		return nil, r, unpriced(s, book, err)
	}
	curves, err := r.curves(book)
	if err != nil {
		return nil, r, unpriced(s, book, err)
	}
	return curves, r, nil
}

// curves builds the platforms, with people where the scenario includes them.
func (r *Resolved) curves(book *costs.Book) ([]costs.Curve, error) {
	var curves []costs.Curve
	for _, kind := range r.Kinds {
		p, err := r.platform(kind, book, r.Workload)
		if err != nil {
			return nil, err
		}
		fixed := 0.0
		if r.IncludePeople {
			fixed = p.PeopleUSD()
		}
		curves = append(curves, costs.Curve{Platform: p, Fixed: fixed})
	}
	return curves, nil
}

// platform builds one platform for a workload.
func (r *Resolved) platform(kind string, book *costs.Book, w costs.Workload) (*costs.Platform, error) {
	var p *costs.Platform
	var err error
	switch kind {
	case "eks":
		p, err = costs.EKS(book, r.Region, r.EKS, w)
	case "lambda":
		p, err = costs.Lambda(book, r.Region, r.Lambda, w)
	case "cloudflare-workers":
		p, err = costs.Workers(book, w)
	default:
		return nil, fmt.Errorf("platform %s is not priced", kind)
	}
	if err != nil {
		return nil, err
	}
	p.People = r.People[p.Option]
	return p, nil
}
