package model

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// Step is one line of a waterfall: what moves an option's points, and from
// where to where.
type Step struct {
	ID            string // of the line of evidence, or economics and toolchain
	Question      string
	Answer        string
	Points        float64 // signed, of this option
	Before, After float64 // the running total
	Why           string
	Source, AsOf  string // where the rule is from; "" as of where it has no date
	Weight        string // where its weight is from
}

// Label is the question with its answer.
func (s *Step) Label() string {
	if strings.HasSuffix(s.Question, "?") {
		return s.Question + " " + s.Answer
	}
	return s.Question + ": " + s.Answer
}

// Origin is where the rule is from, with its date.
func (s *Step) Origin() string {
	if s.AsOf == "" || strings.Contains(s.Source, s.AsOf) {
		return s.Source
	}
	return s.Source + " (" + s.AsOf + ")"
}

// Reason is why a line counts what it does and where the rule is from; where its
// weight is from only if that is not what is said of all.
func (s *Step) Reason() string {
	text := s.Why + "; source: " + s.Origin()
	if s.Weight != WeightTested {
		text += "; weight: " + s.Weight
	}
	return text
}

// The ids of the steps that are no line of evidence.
const (
	StepEconomics = "economics"
	StepToolchain = "second_toolchain"
)

// Waterfall adds an option's points up, line by line in the order of the
// ledger and economics last: the last total is what the ranking says. Lines
// that give the option nothing are left out. Hybrid has its own points and,
// component by component, its share of those of the platforms it uses.
func (e *Evaluation) Waterfall(o checklist.Option) []Step {
	r := e.RankOf(o)
	share := e.shares(o)
	var steps []Step
	total := 0.0
	add := func(s Step) {
		if math.Abs(s.Points) < 1e-12 {
			return
		}
		s.Before, s.After = total, total+s.Points
		total = s.After
		steps = append(steps, s)
	}
	for i := range e.Verdict.Ledger {
		l := &e.Verdict.Ledger[i]
		points := 0.0
		for of, part := range share {
			points += part * l.Points[checklist.Options[of]]
		}
		s := Step{ID: l.ID, Question: l.Question, Answer: l.Answer, Points: points, Why: l.Why}
		s.Source, s.AsOf, s.Weight = e.sourceOf(l)
		add(s)
	}
	for _, s := range e.economicSteps(r) {
		add(s)
	}
	return steps
}

// shares is what part of each option's evidence an option has, in the order of
// checklist.Options: all of its own, and for a hybrid what the rule of the
// verdict takes from the platforms.
func (e *Evaluation) shares(o checklist.Option) []float64 {
	share := make([]float64, len(checklist.Options))
	of := func(option checklist.Option) *float64 { return &share[slices.Index(checklist.Options, option)] }
	*of(o) = 1
	if o != checklist.Hybrid || !e.RankOf(o).Feasible {
		return share
	}
	points := evidence(e.Verdict.Ledger)
	if !e.mayDiffer() {
		return e.hybridShares(points)
	}
	differ := e.Said(checklist.KeyParts) == checklist.Differ
	var sides []checklist.Option // the best first
	for i, option := range checklist.Placeable {
		if differ || e.canBeThere(e.Platforms[i]) {
			sides = append(sides, option)
		}
	}
	slices.SortStableFunc(sides, func(a, b checklist.Option) int { return compareDescending(points[a], points[b]) })
	if differ {
		*of(sides[0])++
		return share
	}
	*of(sides[0]) += 0.5
	*of(sides[1]) += 0.5
	return share
}

// economicSteps is what an option loses by its cost: nothing where it is the
// cheapest, and for a hybrid that does not pay for a second toolchain the price
// of one.
func (e *Evaluation) economicSteps(r *Ranked) []Step {
	if !r.Feasible {
		return nil
	}
	cheapest, usd, known := math.Inf(1), e.Owned(r), ""
	for _, other := range e.withoutFloor(e.Verdict.Ranking) {
		if other.Option == r.Option {
			usd = e.Owned(&other)
			if bound := e.atLeast(&other); math.IsInf(usd, 1) && bound > 0 {
				usd, known = bound, "at least "
			}
		}
		// Code that is not written for Wasm is not held against its price.
		written := other.Option != checklist.Wasm || e.fitsWasm() || e.rewritePays()
		if other.Feasible && written && (other.Economics == 0 || other.Option != checklist.Hybrid) {
			cheapest = math.Min(cheapest, e.Owned(&other))
		}
	}
	if math.IsInf(cheapest, 1) { // nothing else has a figure
		for _, other := range e.Verdict.Ranking {
			if other.Feasible {
				cheapest = math.Min(cheapest, e.Owned(&other))
			}
		}
	}
	why := fmt.Sprintf("each doubling over the cheapest costs %s points, %s at most; differences under %s count in proportion",
		quantity.FormatNumber(economicsPerDoubling), quantity.FormatNumber(economicsCap), quantity.Money(smallMoney))
	if e.volumeReason() != "" {
		why += "; no figure of the volume is given, so only what is lost at every volume counts"
	}
	cost, toolchain := r.Economics, 0.0
	if r.Option == checklist.Hybrid && r.Economics < 0 { // a hybrid that pays loses nothing
		cost, toolchain = r.Economics-toolchainPoints, toolchainPoints
	}
	with := "bills"
	if e.Resolved.IncludePeople {
		with = "bills with people and tools"
	}
	return []Step{
		{
			ID: StepEconomics, Question: "Cost of ownership", Answer: fmt.Sprintf("%s%s a month against %s", known, quantity.Money(usd), quantity.Money(cheapest)), Points: cost,
			Why:    why,
			Source: "the " + with + " at " + quantity.ShortCount(e.Volume()) + " requests a month", Weight: WeightAssumed,
		},
		{
			ID: StepToolchain, Question: "Second toolchain", Answer: "the saving does not pay for it", Points: toolchain,
			Why:    fmt.Sprintf("a second platform has to save %s a month and %.0f %% of the best single one", quantity.Money(hybridUSD), hybridShare*100),
			Source: "a rule of this program", Weight: WeightAssumed,
		},
	}
}

// Where the weights of the ledger come from.
const (
	WeightTested  = "this program's, held against published decisions (make backtest)"
	WeightAssumed = "an assumption of this program"
)

// sourceOf says where a line of evidence has its rule and its weight from.
func (e *Evaluation) sourceOf(l *Evidence) (source, asOf, weight string) {
	switch l.Instrument {
	case "follow-up":
		return "a question of this program, which the guide does not ask", "", WeightTested
	case "platform":
		if p := e.Platform(checklist.Wasm); l.ID == scenario.KeyWasmCaveat && len(p.Caveats) > 0 {
			return p.Caveats[0].Source, p.Caveats[0].AsOf, WeightAssumed
		}
		return "an assumption of this program", "", WeightAssumed
	}
	return checklist.Source, checklist.SourceAsOf, WeightTested
}
