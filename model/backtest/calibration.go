package backtest

import "math"

// binEdges divide the confidences.
var binEdges = []float64{0, 0.2, 0.4, 0.6, 0.8, 1}

// calibrate holds the verdict's confidence against how often it is right.
func (r *Result) calibrate() {
	for k := range len(binEdges) - 1 {
		bin := Bin{Low: binEdges[k], High: binEdges[k+1]}
		right := 0
		for i := range r.Cases {
			d := &r.Cases[i]
			if d.Confidence < bin.Low || d.Confidence >= bin.High && bin.High < 1 {
				continue
			}
			bin.Cases++
			bin.Confidence += d.Confidence
			if d.Right(0) {
				right++
			}
		}
		if bin.Cases > 0 {
			bin.Confidence /= float64(bin.Cases)
			bin.Right = float64(right) / float64(bin.Cases)
			r.Calibration = append(r.Calibration, bin)
		}
	}
	r.Brier = brier(r.Cases, func(_ int, confidence float64) float64 { return confidence })
}

// brier is the mean squared error of a confidence: 0 is a prophet, 0.25 says
// 50 % to everything. The function gives the confidence in a case from the
// verdict's own.
func brier(cases []Decided, confidence func(i int, own float64) float64) float64 {
	sum := 0.0
	for i := range cases {
		miss := confidence(i, cases[i].Confidence) - cases[i].hit()
		sum += miss * miss
	}
	return sum / float64(len(cases))
}

// hit is 1 where our verdict was right and 0 where it was wrong.
func (d *Decided) hit() float64 {
	if d.Right(0) {
		return 1
	}
	return 0
}

// logistic is a rule that maps the verdict's confidence to another one, without
// ever changing the order of two: stretched by Slope and moved by Shift on the
// scale of log-odds.
type logistic struct{ Slope, Shift float64 }

func (l logistic) of(confidence float64) float64 {
	return 1 / (1 + math.Exp(-(l.Slope*math.Log(confidence/(1-confidence)) + l.Shift)))
}

// The rules that a fit chooses from. The cases are far too few for a finer
// grid, or for a rule with more parameters.
const (
	steepest, furthest = 3.0, 2.0
	fitStep            = 0.1
)

// fit returns the rule under which what happened was the likeliest. A fixed
// slope leaves one parameter to fit, the shift.
func fit(cases []Decided, without int, fixedSlope bool) logistic {
	best, likeliest := logistic{Slope: 1}, math.Inf(-1)
	for slope := 0.0; slope <= steepest+fitStep/2; slope += fitStep {
		if fixedSlope {
			slope = 1
		}
		for shift := -furthest; shift <= furthest+fitStep/2; shift += fitStep {
			rule, likelihood := logistic{slope, shift}, 0.0
			for i := range cases {
				if i == without {
					continue
				}
				p := rule.of(cases[i].Confidence)
				likelihood += math.Log(cases[i].hit()*p + (1-cases[i].hit())*(1-p))
			}
			if likelihood > likeliest {
				best, likeliest = rule, likelihood
			}
		}
		if fixedSlope {
			break
		}
	}
	return best
}
