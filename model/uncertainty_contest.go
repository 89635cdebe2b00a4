package model

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dustin/go-humanize"

	"runwhere/costs"
)

// Sure is the probability from which an option is said to be the cheapest
// without more words.
const Sure = 0.9

// Likeliest returns the option that is the cheapest with the highest
// probability and that probability; "" where none can run.
func (v *VolumeOdds) Likeliest() (costs.Option, float64) {
	best := 0
	for o, p := range v.Cheapest {
		if p > v.Cheapest[best] {
			best = o
		}
	}
	if v.Cheapest[best] == 0 {
		return "", 0
	}
	return costs.Options[best], v.Cheapest[best]
}

// At returns the odds at the volume of the axis that is nearest by ratio.
func (o *Odds) At(volume float64) *VolumeOdds {
	nearest := 0
	for i := range o.Axis {
		if math.Abs(math.Log(o.Axis[i].Volume/volume)) < math.Abs(math.Log(o.Axis[nearest].Volume/volume)) {
			nearest = i
		}
	}
	return &o.Axis[nearest]
}

// Contested returns the lowest and the highest volume of the axis at which some
// option can run and none is sure to be the cheapest, and whether there is one.
func (o *Odds) Contested() (from, to float64, contested bool) {
	for i := range o.Axis {
		if option, p := o.Axis[i].Likeliest(); option != "" && p < Sure {
			if !contested {
				from, contested = o.Axis[i].Volume, true
			}
			to = o.Axis[i].Volume
		}
	}
	return from, to, contested
}

// LiveSentences says who is likely the cheapest, today or at a volume under
// inspection (0 for today), and where along the axis that is open.
func (o *Odds) LiveSentences(inspected float64) []string {
	said := []string{o.oddsSentence()}
	switch {
	case inspected > 0:
		said[0] = o.sentenceAt(inspected)
	case !strings.Contains(said[0], "draw"):
		said[0] = strings.TrimSuffix(said[0], ".") + fmt.Sprintf(" (%s draws of the ranges).", humanize.Comma(int64(o.Draws)))
	}
	from, to, contested := o.Contested()
	switch {
	case !contested:
		said = append(said, fmt.Sprintf("At every volume that is known one option is the cheapest with %s or more.", Percent(Sure)))
	case from == to:
		said = append(said, fmt.Sprintf("Contested around %s requests a month: no option reaches %s there.", ShortCount(from), Percent(Sure)))
	default:
		said = append(said, fmt.Sprintf("Contested from %s to %s requests a month: no option reaches %s all along.", ShortCount(from), ShortCount(to), Percent(Sure)))
	}
	return said
}

// sentenceAt says who is the cheapest at one volume of the axis.
func (o *Odds) sentenceAt(volume float64) string {
	at := o.At(volume)
	order := []int{0, 1, 2}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(at.Cheapest[b], at.Cheapest[a]) })
	var parts []string
	for _, i := range order {
		if p := at.Cheapest[i]; p > 0 {
			parts = append(parts, o.Options[i].Platform.Name+" "+Percent(p))
		}
	}
	if len(parts) == 0 {
		parts = []string{"none can run"}
	}
	return fmt.Sprintf("Cheapest at %s requests a month: %s (%d draws of the ranges).", ShortCount(at.Volume), strings.Join(parts, ", "), o.AxisDraws)
}
