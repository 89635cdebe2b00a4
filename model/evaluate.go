// Package model works a scenario out: Evaluate bills it on every platform, places
// its components and reaches a verdict with its grounds. An Evaluation is a value; what takes searches to say
// about it is found in the packages below this folder (search, uncertainty,
// guide, growth, merge) and kept by study. What was said of a system is package
// scenario, what it is with every default filled in package plan, what a placement
// is and how it is found package split.
package model

import (
	"context"
	"slices"
	"sync"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/plan"
	"runwhere/model/scenario"
	"runwhere/model/split"
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
	Scenario  scenario.Scenario
	Resolved  plan.Resolved
	Book      *pricebook.Book   // the prices that were used
	Platforms []*costs.Platform // kubernetes, serverless, wasm, then the compared ones
	Mix       *costs.Platform   // the split billed at every volume; nil where it keeps to one platform or nothing runs
	Curves    []costs.Curve     // of Platforms, then of Mix, with people where the scenario includes them

	contending []costs.Curve // those of Curves that can be called the cheapest
	barred     []bool        // by curve: whether it is none of them

	crossovers func() []costs.Crossover
	shown      func() []costs.Crossover
	envelope   func() []costs.Segment

	reasons func() []string
	bills   *bills
	Solver  func() *split.Solver
	glue    *costs.Glue // of an evaluation with the same calls; nil for none
	pattern func() *PatternSplit
	Turns   turns // of all searches that try other scenarios
	oldest  func() *UsedPrice

	Leans   checklist.Leans
	Team    checklist.TeamFinding
	Traffic checklist.TrafficFinding
	Score   checklist.ArchitectureScore

	Split   split.Split
	Mixed   *split.Split // the cheapest placement on more than one platform: the split where it is one; nil where nothing runs so
	Verdict Verdict
}

// Volume returns the requests a month of the whole system today.
func (e *Evaluation) Volume() float64 { return e.Resolved.Workload.Requests() }

// Platform returns the platform that stands for an option.
func (e *Evaluation) Platform(o checklist.Option) *costs.Platform {
	return e.Platforms[slices.Index(checklist.Placeable, o)]
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

// Evaluate works a scenario out. The error is an *InputError without a file
// where a value cannot be billed: an unknown region or instance type.
func Evaluate(s scenario.Scenario, book *pricebook.Book) (*Evaluation, error) {
	return EvaluateWithin(context.Background(), s, book)
}

// EvaluateWithin does the same for somebody who may stop waiting: once the context
// is done its error is returned.
func EvaluateWithin(ctx context.Context, s scenario.Scenario, book *pricebook.Book) (*Evaluation, error) {
	e, err := decide(s, book, func(e *Evaluation) (split.Split, error) { return e.split(ctx) })
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	return e.onDemand(), nil
}

// onDemand adds what is worked out when somebody asks for it.
func (e *Evaluation) onDemand() *Evaluation {
	e.crossovers = sync.OnceValue(func() []costs.Crossover { return costs.Crossovers(e.Curves, LowestVolume, HighestVolume) })
	e.shown = sync.OnceValue(e.findShown)
	e.oldest = sync.OnceValue(e.findOldest)
	e.pattern = sync.OnceValue(e.findPattern)
	e.envelope = sync.OnceValue(func() []costs.Segment { return costs.Envelope(e.contending, LowestVolume, HighestVolume) })
	return e
}

// Decide bills, places and reaches a verdict: all of Evaluate but the crossovers and the envelope.
func Decide(s scenario.Scenario, book *pricebook.Book) (*Evaluation, error) {
	return decide(s, book, func(e *Evaluation) (split.Split, error) { return e.split(context.Background()) })
}

// decide does it with the placement that place gives the evaluation.
func decide(s scenario.Scenario, book *pricebook.Book, place func(*Evaluation) (split.Split, error)) (*Evaluation, error) {
	e, err := Unplaced(s, book)
	if err != nil {
		return nil, err
	}
	for _, p := range e.Platforms {
		p.Prepare()
	}
	if e.Split, err = place(e); err != nil {
		return nil, err
	}
	e.addMix()
	e.Verdict = e.verdict()
	e.reasons = sync.OnceValue(func() []string { return e.findReasons(e.Verdict.Ranking, e.Verdict.Ledger) })
	return e, nil
}

// Unplaced resolves a scenario, builds its curves and applies the instruments: an
// evaluation in which no component is placed yet and no verdict is reached.
func Unplaced(s scenario.Scenario, book *pricebook.Book) (*Evaluation, error) {
	r, err := plan.Resolve(s)
	if err != nil {
		return nil, unknownPrice(s, book, err)
	}
	return unplaced(s, r, book)
}

// unplaced does the same with a scenario that is resolved already.
func unplaced(s scenario.Scenario, r plan.Resolved, book *pricebook.Book) (e *Evaluation, err error) {
	if book, err = agreed(s, book); err != nil {
		return nil, err
	}
	if err := checkRegion(&r, s, book); err != nil {
		return nil, err
	}
	e = &Evaluation{Scenario: s, Resolved: r, Book: book, bills: &bills{}, Turns: newTurns(len(r.Workload.Components))}
	curves, err := r.Curves(book)
	if err != nil {
		return nil, unknownPrice(s, book, err)
	}
	e.addCurves(curves)
	return e, nil
}

// addCurves takes the platforms up and applies the instruments.
func (e *Evaluation) addCurves(curves []costs.Curve) {
	e.Curves = curves
	for _, c := range curves {
		e.Platforms = append(e.Platforms, c.Platform)
	}
	e.instruments()
}

// instruments applies the framework's own instruments to the answers.
func (e *Evaluation) instruments() {
	e.Leans = checklist.Tally(e.Scenario.Answers)
	e.Team = checklist.Team(e.Scenario.Answers)
	e.Traffic = checklist.Traffic(e.Scenario.Answers)
	factors := checklist.Derive(e.Scenario.Factors, e.Scenario.Answers, e.Resolved.Observed())
	e.Score = checklist.Score(factors)
}

// Shapes are those of an evaluation.
func (e *Evaluation) Shapes() plan.Shapes {
	known := plan.Shapes{}
	for i := range e.Scenario.Components {
		shape := e.Resolved.Workload.Components[i].Shape
		if e.Scenario.Components[i].Burst.Given() {
			continue // the pattern's own is another one
		}
		known[plan.ShapeKey{Pattern: shape.Name, Peak: e.Scenario.Components[i].PeakToMean}] = shape
	}
	return known
}
