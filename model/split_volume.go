package model

import (
	"context"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/model/split"
)

// ScaledTo is the evaluation with the workload at another volume, for the
// search of a split only. Platforms depend on the proportions and not on the
// volume, so they stay.
func (e *Evaluation) ScaledTo(volume float64) *Evaluation {
	scaled := *e
	scaled.Resolved.Workload.Components = slices.Clone(e.Resolved.Workload.Components)
	today := e.Volume()
	for i := range scaled.Resolved.Workload.Components {
		if today > 0 {
			scaled.Resolved.Workload.Components[i].Requests *= volume / today
		}
	}
	return &scaled
}

// SplitByVolume is how the cheapest placement changes along the axis of the
// chart, with today's proportions between the components.
type SplitByVolume struct {
	Components []string
	Spans      [][]PlacementSpan // by component, ascending, from the lowest volume to the highest
	Moves      []VolumeMove      // ascending by volume
	Step       float64           // a move is that much below its volume at most: 1.03 is 3 %
	Optimal    bool              // whether every placement is proven to be the cheapest
}

// PlacementSpan is where a component is between two volumes.
type PlacementSpan struct {
	From, To float64          // requests a month of the whole system
	Option   checklist.Option // "" where nothing can run the whole
}

// VolumeMove is a component that changes its place as the volume grows.
type VolumeMove struct {
	Volume    float64 // at which it is there, in requests a month; the move is at most a step below
	Component string
	From, To  checklist.Option
}

// The placement is looked at four times a decade, and where it differs between
// two looks, in between until they are this close together. Systems whose
// placement is not proven anyway are looked at twice a decade and by local
// search alone: their looks take as long as they have components.
const (
	volumeLooks = AxisVolumes
	volumeStep  = 1.03
	roughLooks  = 13
)

// volumeLook is the cheapest placement at one volume.
type volumeLook struct {
	volume float64
	at     []int
}

// FindSplitByVolume returns the best placements along the axis of the chart.
func FindSplitByVolume(ctx context.Context, e *Evaluation) (*SplitByVolume, error) {
	s := &SplitByVolume{Optimal: true}
	for i := range e.Split.Placements {
		s.Components = append(s.Components, e.Split.Placements[i].Component)
	}
	if e.Volume() == 0 {
		return s, nil // nothing grows
	}
	w := &volumeWalk{effort: split.NewEffort(ctx, split.VolumeWork), evaluation: e, step: volumeStep, optimal: true}
	steps := volumeLooks - 1
	if w.rough = len(s.Components) > split.ProvenComponents; w.rough {
		steps = roughLooks - 1
		w.step = math.Pow(HighestVolume/LowestVolume, 1/float64(steps))
	}
	looks := []volumeLook{w.look(LowestVolume, nil)}
	for i := range steps {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		volume := LowestVolume * math.Pow(HighestVolume/LowestVolume, float64(i+1)/float64(steps))
		looks = w.between(looks, w.look(volume, looks[len(looks)-1].at))
	}
	s.Step, s.Optimal = w.step, w.optimal
	s.read(looks)
	return s, ctx.Err()
}

type volumeWalk struct {
	effort     *split.Effort
	evaluation *Evaluation
	step       float64
	rough      bool
	optimal    bool
}

// look finds the cheapest placement at a volume; before is the one at a lower
// volume, which is kept where it costs no more.
func (w *volumeWalk) look(volume float64, before []int) volumeLook {
	p, err := w.evaluation.ScaledTo(volume).NewSolver()
	if err != nil || w.effort.Ctx.Err() != nil {
		return volumeLook{volume, before}
	}
	p.Hints = w.evaluation.Solver().Hints
	found := p.SolveNear(before, w.effort, nil)
	w.optimal = w.optimal && found.Optimal
	at := found.At
	if math.IsInf(found.Usd, 1) {
		at = slices.Repeat([]int{-1}, len(at))
	}
	return volumeLook{volume, at}
}

// between appends a look, and before it as many as it takes to find where
// placements change.
func (w *volumeWalk) between(looks []volumeLook, next volumeLook) []volumeLook {
	last := looks[len(looks)-1]
	if slices.Equal(last.at, next.at) || next.volume/last.volume <= w.step*(1+1e-9) {
		return append(looks, next)
	}
	looks = w.between(looks, w.look(math.Sqrt(last.volume*next.volume), last.at))
	return w.between(looks, next)
}

// read turns the looks into spans and moves.
func (s *SplitByVolume) read(looks []volumeLook) {
	s.Spans = make([][]PlacementSpan, len(s.Components))
	for l, look := range looks {
		options := split.Named(look.at)
		for i, option := range options {
			spans := s.Spans[i]
			if l == 0 || spans[len(spans)-1].Option != option {
				if l > 0 {
					before := &spans[len(spans)-1]
					before.To = look.volume
					s.Moves = append(s.Moves, VolumeMove{look.volume, s.Components[i], before.Option, option})
				}
				spans = append(spans, PlacementSpan{From: look.volume, To: HighestVolume, Option: option})
			}
			s.Spans[i] = spans
		}
	}
}

// At returns where component i is at a volume.
func (s *SplitByVolume) At(i int, volume float64) checklist.Option {
	if len(s.Spans) == 0 {
		return ""
	}
	for _, span := range slices.Backward(s.Spans[i]) {
		if volume >= span.From {
			return span.Option
		}
	}
	return s.Spans[i][0].Option
}

// AxisVolumes is how many volumes a report looks at: four a decade over the
// range of every curve, both ends included.
const AxisVolumes = 25
