package backtest

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
	"runwhere/model"
)

// Instrument is a way to decide: our verdict, or one of the framework's own.
type Instrument struct {
	ID     string
	Title  string
	decide func(e *model.Evaluation) checklist.Option // "" where it cannot
}

// Instruments lists our verdict, then the framework's own. Its score is read
// twice, with what is unknown as no and as yes.
func Instruments() []Instrument {
	return []Instrument{
		{"verdict", "Our verdict", func(e *model.Evaluation) checklist.Option { return e.Verdict.Recommendation }},
		{"verdict-ten", "Our verdict, no follow-up answered", withoutFollowUps},
		{"checklist", "Most of the ten questions", majority},
		{"score-low", "13-factor score, unknown as no", func(e *model.Evaluation) checklist.Option { return e.Score.Band }},
		{"score-high", "13-factor score, unknown as yes", func(e *model.Evaluation) checklist.Option { return e.Score.HighBand }},
		{"volume", "The line at 30M requests", volumeLine},
	}
}

// withoutFollowUps is our verdict on what the framework itself asks.
func withoutFollowUps(e *model.Evaluation) checklist.Option {
	s := e.Scenario
	for _, q := range checklist.FollowUps {
		s.Answers = s.Answers.With(q.ID, checklist.Answer{})
	}
	again, err := model.Evaluate(s, e.Book)
	if err != nil {
		return ""
	}
	return again.Verdict.Recommendation
}

// majority is the option that most questions lean to; a tie decides nothing.
func majority(e *model.Evaluation) checklist.Option {
	var best checklist.Option
	most, tied := 0, false
	for _, o := range checklist.Outcomes {
		switch n := e.Leans.Count(o); {
		case n > most:
			best, most, tied = o, n, false
		case n == most:
			tied = true
		}
	}
	if tied {
		return ""
	}
	return best
}

// volumeLine is the framework's question 7 taken as a rule.
func volumeLine(e *model.Evaluation) checklist.Option {
	switch e.Scenario.Answers.Get(checklist.KeyRequests).Choice() {
	case checklist.Under30M:
		return checklist.Serverless
	case checklist.Over30M:
		return checklist.Kubernetes
	}
	return ""
}

// Result is how the instruments do on the cases.
type Result struct {
	Cases       []Decided
	Instruments []Score
	Calibration []Bin
	Brier       float64 // mean squared error of the verdict's confidence; lower is better
	Largest     float64 // the part of cases that always guessing the most common outcome gets right
	LeftOut     LeftOut // what is fitted, judged on cases that it was not fitted to
}

// Decided is one case with what each instrument said.
type Decided struct {
	Case
	Said       []checklist.Option // by instrument
	Confidence float64            // of our verdict
}

// Right reports whether an instrument was right on the case.
func (d *Decided) Right(instrument int) bool { return d.accepts(d.Said[instrument]) }

// accepts reports whether an option counts as what was decided. Published decisions
// tell containers on a cluster and without one apart too seldom, so either is the
// container side.
func (c *Case) accepts(o checklist.Option) bool {
	return slices.Contains(c.Accept, o) || slices.Contains(c.Accept, o.Side())
}

// Score is how one instrument does: the part of cases that it got right, and
// what it said for each outcome.
type Score struct {
	Instrument
	Right     int
	Confusion map[checklist.Option]map[checklist.Option]int // by outcome, then by what was said; "" is no decision
}

// Bin is the cases whose confidence lies in a range.
type Bin struct {
	Low, High  float64
	Cases      int
	Confidence float64 // their mean
	Right      float64 // the part that was right
}

// Run evaluates every case with the price book and compares.
func Run(cases []Case, book *pricebook.Book) (*Result, error) {
	r := &Result{}
	instruments := Instruments()
	for _, in := range instruments {
		r.Instruments = append(r.Instruments, Score{Instrument: in, Confusion: map[checklist.Option]map[checklist.Option]int{}})
	}
	outcomes := map[checklist.Option]int{}
	for _, c := range cases {
		e, err := model.Evaluate(c.Scenario, book)
		if err != nil {
			return nil, err
		}
		d := Decided{Case: c, Confidence: e.Verdict.Confidence}
		outcomes[c.Accept[0]]++
		for i, in := range instruments {
			said := in.decide(e)
			d.Said = append(d.Said, said)
			score := &r.Instruments[i]
			if score.Confusion[c.Accept[0]] == nil {
				score.Confusion[c.Accept[0]] = map[checklist.Option]int{}
			}
			score.Confusion[c.Accept[0]][said]++
			if d.Right(i) {
				score.Right++
			}
		}
		r.Cases = append(r.Cases, d)
	}
	for _, n := range outcomes {
		r.Largest = math.Max(r.Largest, float64(n)/float64(len(cases)))
	}
	r.calibrate()
	return r, r.leaveOneOut(book)
}

// Accuracy is the part of the cases that an instrument got right.
func (r *Result) Accuracy(instrument int) float64 {
	return float64(r.Instruments[instrument].Right) / float64(len(r.Cases))
}
