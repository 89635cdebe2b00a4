package uncertainty

import (
	"math"
	"slices"
	"strings"
	"testing"

	"runwhere/costs"
	"runwhere/model/quantity"
)

// opened is a result with what its sentences speak of.
func opened() *Uncertainty {
	eks, lambda, workers := &costs.Platform{Name: "EKS"}, &costs.Platform{Name: "Lambda"}, &costs.Platform{Name: "Workers"}
	return &Uncertainty{
		Odds: Odds{Draws: 10_000, Options: []OptionOdds{
			{Platform: eks, Cheapest: 0.18, Possible: 1, P5: 400, P50: 450, P95: 900},
			{Platform: lambda, Cheapest: 0.82, Possible: 1, P5: 150, P50: 300, P95: 1200},
			{Platform: workers, P5: math.Inf(1), P50: math.Inf(1), P95: math.Inf(1)},
		}},
		Cheapest: lambda, Second: eks, Difference: 100, Perfect: 300, Noise: 2,
		Levers: []Lever{
			{UncertainInput: UncertainInput{Label: "duration", Kind: quantity.Duration, Range: quantity.Amount{Low: 0.1, High: 0.8}}, AtLow: 250, AtHigh: -50, Worth: 210},
			{UncertainInput: UncertainInput{Label: "memory", Kind: quantity.Memory, Range: quantity.Amount{Low: 256, High: 512}}, AtLow: 90, AtHigh: 110, Worth: 3},
		},
	}
}

func TestFindingsInWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		what   string
		change func(*Uncertainty)
		want   []string
	}{
		{"a contest", func(*Uncertainty) {}, []string{
			"Lambda is the cheapest with a probability of 82 %, EKS with 18 %.",
			"Lambda costs $150 to $1,200 a month in 90 % of the draws, $300 in the middle.",
			"Between Lambda and EKS the widest swing is that of duration: at 100ms Lambda costs $250 less, at 800ms EKS costs $50.00 less.",
			"Measure duration first: knowing it is worth $210 a month, knowing everything $300.",
		}},
		{"no choice", func(u *Uncertainty) {
			u.Options[0].Cheapest, u.Options[1].Cheapest, u.Options[0].Possible = 0, 1, 0
		}, []string{
			"Lambda is the only option that can run, in every one of 10,000 draws.",
		}},
		{"a contest beside a mix", func(u *Uncertainty) { u.Split = &SplitOdds{Cheaper: 0.6} }, []string{
			"Lambda is the cheapest single platform with a probability of 82 %, EKS with 18 %.",
			"The split, placed as the point values have it, is cheaper than the best single platform with a probability of 60 %.",
			"Lambda costs $150 to $1,200 a month in 90 % of the draws, $300 in the middle.",
			"Between Lambda and EKS the widest swing is that of duration: at 100ms Lambda costs $250 less, at 800ms EKS costs $50.00 less.",
			"Measure duration first: knowing it is worth $210 a month, knowing everything $300.",
		}},
		{"no contest beside a mix", func(u *Uncertainty) {
			u.Split = &SplitOdds{}
			u.Options[0].Cheapest, u.Options[1].Cheapest, u.Perfect = 0, 1, 0
			u.Levers[0].Worth, u.Levers[1].Worth = 0, 0
		}, []string{
			"Lambda is the cheapest single platform in every one of 10,000 draws.",
			"Knowing the ranges exactly would save nothing: the same option stays the cheapest single platform.",
		}},
		{"no contest", func(u *Uncertainty) {
			u.Options[0].Cheapest, u.Options[1].Cheapest, u.Perfect = 0, 1, 0
			u.Levers[0].Worth, u.Levers[1].Worth = 0, 0
		}, []string{
			"Lambda is the cheapest in every one of 10,000 draws.",
			"Knowing the ranges exactly would save nothing: the same option stays the cheapest.",
		}},
		{"only noise", func(u *Uncertainty) { u.Levers = u.Levers[1:] }, []string{
			"No input alone is worth measuring; knowing all of them is worth $300 a month.",
		}},
		{"a limit in the tail", func(u *Uncertainty) { u.Options[2].Possible, u.Options[1].Possible = 0.002, 0.997 }, []string{
			"Lambda can run in over 99 % of the draws; Workers can run in under 1 % of the draws.",
		}},
		{"limits everywhere", func(u *Uncertainty) { u.Perfect = math.NaN() }, []string{
			"Every option fails in some draws, so there is no bound to what knowing more is worth.",
		}},
		{"nothing runs", func(u *Uncertainty) { u.Options[0].Cheapest, u.Options[1].Cheapest = 0, 0 }, []string{
			"No option has a price in any draw.",
		}},
	} {
		u := opened()
		c.change(u)
		said := u.Sentences()
		for _, want := range c.want {
			if !slices.Contains(said, want) {
				t.Errorf("%s: no %q in\n%s", c.what, want, strings.Join(said, "\n"))
			}
		}
	}
}

// TestNoiseIsNotBelieved: the estimate of an input that tells nothing is not
// zero, so one that is hardly larger is called what it is.
func TestNoiseIsNotBelieved(t *testing.T) {
	t.Parallel()
	u := opened()
	if got := u.WorthText(&u.Levers[0]); got != "$210" {
		t.Errorf("duration is worth %q", got)
	}
	if got := u.WorthText(&u.Levers[1]); got != "within noise" {
		t.Errorf("memory is worth %q", got)
	}
}
