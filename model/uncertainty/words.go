package uncertainty

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dustin/go-humanize"

	"runwhere/model"
	"runwhere/model/quantity"
)

// MeasureFirst returns the input that is worth the most to know, nil where
// none is worth a cent more than chance could make of one that tells nothing.
func (u *Uncertainty) MeasureFirst() *Lever {
	var best *Lever
	for i := range u.Levers {
		if l := &u.Levers[i]; u.Tells(l) && (best == nil || l.Worth > best.Worth) {
			best = l
		}
	}
	return best
}

// noiseMargin is how many times the estimate of an input that tells nothing an
// estimate has to be before it is believed.
const noiseMargin = 2

// Tells reports whether an input's worth stands out of the noise.
func (u *Uncertainty) Tells(l *Lever) bool { return l.Worth >= math.Max(0.01, noiseMargin*u.Noise) }

// Sentences says the main findings in words, the odds first.
func (u *Uncertainty) Sentences() []string {
	said := []string{u.oddsSentence()}
	for _, add := range []string{u.impossibleSentence(), u.splitSentence(), u.costSentence(), u.leverSentence(), u.worthSentence(), u.unsearchedSentence()} {
		if add != "" {
			said = append(said, add)
		}
	}
	return said
}

// likeliest returns the options by their probability, the likeliest first.
func (u *Odds) likeliest() []OptionOdds {
	return slices.SortedStableFunc(slices.Values(u.Options), func(a, b OptionOdds) int { return cmp.Compare(b.Cheapest, a.Cheapest) })
}

func (u *Odds) oddsSentence() string {
	best := u.likeliest()
	alone := best[1].Possible == 0 && best[2].Possible == 0
	if best[0].Cheapest == 1 && alone {
		return fmt.Sprintf("%s is the only option that can run, in every one of %s draws.", best[0].Platform.Name, humanize.Comma(int64(u.Draws)))
	}
	if best[0].Cheapest == 1 {
		return fmt.Sprintf("%s is the %s in every one of %s draws.", best[0].Platform.Name, u.CheapestWords(), humanize.Comma(int64(u.Draws)))
	}
	if best[0].Cheapest == 0 {
		return "No option has a price in any draw."
	}
	text := fmt.Sprintf("%s is the %s with a probability of %s", best[0].Platform.Name, u.CheapestWords(), model.Percent(best[0].Cheapest))
	for _, o := range best[1:] {
		if o.Cheapest > 0 {
			text += fmt.Sprintf(", %s with %s", o.Platform.Name, model.Percent(o.Cheapest))
		}
	}
	return text + "."
}

// impossibleSentence names the options that only some draws rule out.
func (u *Uncertainty) impossibleSentence() string {
	var parts []string
	for _, o := range u.Options {
		if o.Possible > 0 && o.Possible < 1 {
			parts = append(parts, fmt.Sprintf("%s can run in %s of the draws", o.Platform.Name, model.Percent(o.Possible)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "; ") + "."
}

func (u *Uncertainty) costSentence() string {
	o := u.likeliest()[0]
	if math.IsInf(o.P95, 1) {
		return ""
	}
	return fmt.Sprintf("%s costs %s to %s a month in 90 %% of the draws, %s in the middle.", o.Platform.Name, quantity.Money(o.P5), quantity.Money(o.P95), quantity.Money(o.P50))
}

// leverSentence says what the input with the widest swing does at its ends.
func (u *Uncertainty) leverSentence() string {
	if u.Cheapest == nil || len(u.Levers) == 0 {
		return ""
	}
	l := &u.Levers[0]
	if swing := l.Swing(); math.IsNaN(swing) || math.IsInf(swing, 0) || swing < 0.01 {
		return ""
	}
	end := func(v, difference float64) string {
		cheaper := u.Cheapest
		if difference < 0 {
			cheaper = u.Second
		}
		return fmt.Sprintf("at %s %s costs %s less", ShortQuantity(l.Kind, v), cheaper.Name, quantity.Money(math.Abs(difference)))
	}
	return fmt.Sprintf("Between %s and %s the widest swing is that of %s: %s, %s.", u.Cheapest.Name, u.Second.Name, l.Label,
		end(l.Range.Low, l.AtLow), end(l.Range.High, l.AtHigh))
}

// unsearchedSentence says of which ranges the ends were not looked at, or not the
// crossovers there, "" where they were of all.
func (u *Uncertainty) unsearchedSentence() string {
	moved, searched := 0, 0
	for i := range u.Levers {
		if u.Levers[i].Moved {
			moved++
		}
		if u.Levers[i].Searched {
			searched++
		}
	}
	of := humanize.Comma(int64(len(u.Levers))) + " ranges"
	text := ""
	switch {
	case u.Cheapest == nil || searched == len(u.Levers):
		return ""
	case moved < len(u.Levers):
		text = fmt.Sprintf("Of %s the %s with which the difference varies the most in the draws were moved to their ends, the others were not; ", of, humanize.Comma(int64(moved)))
	default:
		text = fmt.Sprintf("All %s were moved to their ends; ", of)
	}
	return text + fmt.Sprintf("crossovers were searched for at the ends of %s, from the widest swing on, and not at those of the others.", humanize.Comma(int64(searched)))
}

func (u *Uncertainty) worthSentence() string {
	if math.IsNaN(u.Perfect) {
		return "Every option fails in some draws, so there is no bound to what knowing more is worth."
	}
	best := u.MeasureFirst()
	switch {
	case best == nil && u.Perfect < math.Max(0.01, u.Noise):
		return fmt.Sprintf("Knowing the ranges exactly would save nothing: the same option stays the %s.", u.CheapestWords())
	case best == nil:
		return fmt.Sprintf("No input alone is worth measuring; knowing all of them is worth %s a month.", quantity.Money(u.Perfect))
	case len(u.Levers) == 1:
		return fmt.Sprintf("Knowing %s exactly is worth %s a month.", best.Label, quantity.Money(best.Worth))
	}
	return fmt.Sprintf("Measure %s first: knowing it is worth %s a month, knowing everything %s.", best.Label, quantity.Money(best.Worth), quantity.Money(u.Perfect))
}

// ShortQuantity prints a quantity with three significant digits.
func ShortQuantity(kind quantity.Kind, v float64) string {
	if v == 0 {
		return quantity.FormatQuantity(kind, 0)
	}
	scale := math.Pow(10, 2-math.Floor(math.Log10(math.Abs(v))))
	return quantity.FormatQuantity(kind, math.Round(v*scale)/scale)
}

// DifferenceText prints what Second costs more than Cheapest, with its sign;
// without a figure it says which of the two cannot run, and a dash stands for
// neither.
func DifferenceText(usd float64) string {
	switch {
	case math.IsInf(usd, 1):
		return "cannot run"
	case math.IsInf(usd, -1):
		return "only it runs"
	case usd > 0:
		return "+" + quantity.Money(usd)
	}
	return quantity.Money(usd)
}

// WorthText prints what knowing an input is worth, in words where chance alone
// could have made the figure.
func (u *Uncertainty) WorthText(l *Lever) string {
	if l.Worth > 0 && !u.Tells(l) {
		return "within noise"
	}
	return quantity.Money(l.Worth)
}
