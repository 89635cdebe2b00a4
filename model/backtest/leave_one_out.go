package backtest

import (
	"math"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// LeftOut is leave-one-out: each case is judged by what was fitted to all the
// others. The program's weights are constants and not fitted here, so leaving
// a case out changes nothing about the verdict itself; what can be fitted is
// shown, to tell whether it would be worth it.
type LeftOut struct {
	Scaled   int     // right, with all weights scaled as suits the other cases best
	Bayes    int     // right, by a naive Bayes that learns the answers of the other cases
	Constant float64 // Brier score of saying to each case how often the others were right
	Shifted  float64 // Brier score of the confidence with one parameter fitted
	Fitted   float64 // Brier score with two
}

// scales are what all weights of the evidence are multiplied by, against the
// economics, the program's own first.
var scales = []float64{1, 0.7, 1.4, 0.5, 2}

func (r *Result) leaveOneOut(book *pricebook.Book) error {
	hits, err := r.scaledHits(book)
	if err != nil {
		return err
	}
	n := float64(len(r.Cases))
	total := 0.0
	for i := range r.Cases {
		total += r.Cases[i].hit()
		if hits[bestScale(hits, i)][i] {
			r.LeftOut.Scaled++
		}
		if r.Cases[i].accepts(bayes(r.Cases, i)) {
			r.LeftOut.Bayes++
		}
	}
	if n < 2 {
		return nil // there is nothing to learn from
	}
	r.LeftOut.Constant = brier(r.Cases, func(i int, _ float64) float64 { return (total - r.Cases[i].hit()) / (n - 1) })
	r.LeftOut.Shifted = brier(r.Cases, func(i int, own float64) float64 { return fit(r.Cases, i, true).of(own) })
	r.LeftOut.Fitted = brier(r.Cases, func(i int, own float64) float64 { return fit(r.Cases, i, false).of(own) })
	return nil
}

// scaledHits says by scale and case whether our verdict is right.
func (r *Result) scaledHits(book *pricebook.Book) ([][]bool, error) {
	hits := make([][]bool, len(scales))
	for k, scale := range scales {
		for i := range r.Cases {
			s := r.Cases[i].Scenario
			for _, id := range scenario.WeightIDs() {
				f, _ := scenario.FieldOf(paths.Weights.Dot(id))
				if err := f.SetAmount(&s, scenario.At{}, quantity.Exactly(scale*s.Weights.Of(id))); err != nil {
					return nil, err
				}
			}
			e, err := model.Evaluate(s, book)
			if err != nil {
				return nil, err
			}
			hits[k] = append(hits[k], r.Cases[i].accepts(e.Verdict.Recommendation))
		}
	}
	return hits, nil
}

// bestScale is the scale that is right most often without one case; among
// equals the one that comes first.
func bestScale(hits [][]bool, without int) int {
	best, most := 0, -1
	for k := range hits {
		right := 0
		for i, hit := range hits[k] {
			if hit && i != without {
				right++
			}
		}
		if right > most {
			best, most = k, right
		}
	}
	return best
}

// bayes is what a naive Bayes says to a case after it has seen all others: the
// outcome under which the answers were the likeliest, each answer counted by
// itself and one of each kind added, so that nothing is impossible.
func bayes(cases []Decided, without int) checklist.Option {
	best, likeliest := checklist.Option(""), math.Inf(-1)
	for _, o := range checklist.Outcomes {
		of := 0
		for i := range cases {
			if i != without && cases[i].Accept[0] == o {
				of++
			}
		}
		likelihood := math.Log(float64(of+1) / float64(len(cases)-1+len(checklist.Outcomes)))
		for _, q := range checklist.Questions {
			answer := cases[without].Scenario.Answers.Get(q.ID).Choice()
			if answer == "" {
				continue
			}
			same, answered := 0, 0
			for i := range cases {
				if other := cases[i].Scenario.Answers.Get(q.ID).Choice(); i != without && cases[i].Accept[0] == o && other != "" {
					answered++
					if other == answer {
						same++
					}
				}
			}
			likelihood += math.Log(float64(same+1) / float64(answered+len(q.Choices)))
		}
		if likelihood > likeliest {
			best, likeliest = o, likelihood
		}
	}
	return best
}
