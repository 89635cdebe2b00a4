package search

import (
	"context"
	"fmt"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// WeightFlip says how far the recommendation hangs on the weight of one line
// of the ledger.
type WeightFlip struct {
	ID           string
	Weight       float64     // what the line counts now
	Below, Above *WeightEdge // nil where no weight on that side changes anything
}

// WeightEdge is the nearest weight at which another option wins.
type WeightEdge struct {
	Weight  float64
	Becomes checklist.Option
}

// Text says it for a reader: `now 1.5; kubernetes from 3.2 on`.
func (f *WeightFlip) Text() string {
	text := "now " + quantity.FormatNumber(f.Weight)
	if f.Below != nil {
		text += fmt.Sprintf("; %s at %s and less", f.Below.Becomes, quantity.FormatNumber(f.Below.Weight))
	}
	if f.Above != nil {
		text += fmt.Sprintf("; %s from %s on", f.Above.Becomes, quantity.FormatNumber(f.Above.Weight))
	}
	if f.Below == nil && f.Above == nil {
		text += "; no weight of it changes the verdict"
	}
	return text
}

// weightStep is how fine the weights are between which a flip is told.
const weightStep = 0.01

// WeightFlips finds, for each line of the ledger that counts, the nearest
// weights at which the recommendation changes, all other weights as they are.
// Every weight that it names was tried: the ranking was made anew with it, and
// with the one a step nearer, which changes nothing. It returns nothing where
// there is no choice between options.
func WeightFlips(ctx context.Context, e *model.Evaluation) ([]WeightFlip, error) {
	ranking := e.Verdict.Ranking
	if len(ranking) < 2 || !ranking[1].Feasible {
		return nil, nil
	}
	var flips []WeightFlip
	for _, l := range e.Verdict.Ledger {
		if !slices.Contains(scenario.WeightIDs(), l.ID) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s := weightSearch{e: e, id: l.ID, now: e.Weight(l.ID), tried: map[int][]model.Ranked{}}
		flips = append(flips, WeightFlip{ID: l.ID, Weight: s.now, Below: s.nearest(0), Above: s.nearest(scenario.MostWeight)})
	}
	return flips, nil
}

// weightSearch tries weights of one line, counted in steps.
type weightSearch struct {
	e     *model.Evaluation
	id    string
	now   float64
	tried map[int][]model.Ranked
}

// ranking is the ranking with the line at so many steps.
func (s *weightSearch) ranking(step int) []model.Ranked {
	if list, ok := s.tried[step]; ok {
		return list
	}
	other := *s.e
	other.Scenario.Weights = other.Scenario.Weights.With(s.id, s.weight(step))
	list := other.Ranked(other.Ledger())
	s.tried[step] = list
	return list
}

// weight is the weight at a step, without the dust of a multiplication.
func (s *weightSearch) weight(step int) float64 { return math.Round(float64(step)) / (1 / weightStep) }

func (s *weightSearch) flips(step int) bool {
	return s.ranking(step)[0].Option != s.e.Verdict.Recommendation
}

// nearest is the first weight, from today's towards the end, at which another
// option wins. Points are linear in a weight up to a cap and from it on, and
// the hybrid of undescribed parts changes sides once, so arithmetic between
// today's weight and the end gives the place in nearly every case; it is
// verified, and where it does not hold the weights are walked.
func (s *weightSearch) nearest(end float64) *WeightEdge {
	direction := 1
	if end < s.now {
		direction = -1
	}
	last := int(math.Round(end / weightStep))
	first := int(math.Floor(s.now/weightStep+1e-9)) + 1
	if direction < 0 {
		first = int(math.Ceil(s.now/weightStep-1e-9)) - 1
	}
	if direction*(last-first) < 0 {
		return nil
	}
	for _, step := range s.crossings(first, last, direction) {
		if s.flips(step) && (step == first || !s.flips(step-direction)) {
			return s.edge(step)
		}
	}
	if !s.flips(last) && s.linear(first, last) {
		return nil // who leads at both ends leads between them
	}
	return s.walk(first, last, direction)
}

// linear reports whether every option's points are linear between two steps.
// The hybrid of undescribed parts bends one way only, so that the middle tells;
// the cap of the small team bends both ways, so its questions are never sure.
func (s *weightSearch) linear(first, last int) bool {
	switch s.id {
	case checklist.KeyEngineers, checklist.KeyPlatformTeam, checklist.KeyRequests:
		return false
	}
	middle := (first + last) / 2
	from, half, to := pointsOf(s.ranking(first)), pointsOf(s.ranking(middle)), pointsOf(s.ranking(last))
	share := float64(middle-first) / math.Max(1, math.Abs(float64(last-first)))
	for o := range from {
		if math.Abs(half[o]-from[o]-math.Abs(share)*(to[o]-from[o])) > 1e-6 {
			return false
		}
	}
	return true
}

// crossings are the steps at which a rival would draw level with the winner if
// points were linear from the first step to the last, the nearest first, each
// with the step after it, as a rounded step may lie just short of the place.
func (s *weightSearch) crossings(first, last, direction int) []int {
	winner := s.e.Verdict.Recommendation
	from, to := pointsOf(s.ranking(first)), pointsOf(s.ranking(last))
	var steps []int
	for o := range from {
		lead, end := from[winner]-from[o], to[winner]-to[o]
		if o == winner || lead < 0 || end > 0 || lead == end {
			continue
		}
		way := lead / (lead - end) * math.Abs(float64(last-first))
		at := first + direction*int(math.Ceil(way-1e-9))
		steps = append(steps, at, at+direction)
	}
	slices.SortFunc(steps, func(a, b int) int { return direction * (a - b) })
	return slices.DeleteFunc(steps, func(step int) bool { return direction*(last-step) < 0 })
}

// pointsOf are the points of the possible options.
func pointsOf(ranking []model.Ranked) map[checklist.Option]float64 {
	points := map[checklist.Option]float64{}
	for i := range ranking {
		if ranking[i].Feasible {
			points[ranking[i].Option] = ranking[i].Points
		}
	}
	return points
}

// walkStride is how many steps the walk takes at once.
const walkStride = 10

// walk looks for a flip in strides and closes in on it.
func (s *weightSearch) walk(first, last, direction int) *WeightEdge {
	same := first - direction
	for same != last {
		next := same + direction*walkStride
		if direction*(last-next) < 0 {
			next = last
		}
		if !s.flips(next) {
			same = next
			continue
		}
		for next-same > 1 || same-next > 1 {
			if middle := (same + next) / 2; s.flips(middle) {
				next = middle
			} else {
				same = middle
			}
		}
		return s.edge(next)
	}
	return nil
}

func (s *weightSearch) edge(step int) *WeightEdge {
	return &WeightEdge{Weight: s.weight(step), Becomes: s.ranking(step)[0].Option}
}
