package uncertainty

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dustin/go-humanize"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/quantity"
)

// Sure is the probability from which an option is said to be the cheapest
// without more words.
const Sure = 0.9

// Likeliest returns the option that is the cheapest with the highest
// probability and that probability; "" where none can run.
func (v *VolumeOdds) Likeliest() (checklist.Option, float64) {
	best, most := checklist.Option(""), 0.0
	for o, p := range v.Cheapest {
		if p > most {
			best, most = checklist.Placeable[o], p
		}
	}
	return best, most
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

// CheapestWords names what the odds are those of: they compare the options with
// each other, and where a mix is a choice as well none of them need be the
// cheapest of all.
func (o *Odds) CheapestWords() string {
	if o.Split != nil {
		return "cheapest single platform"
	}
	return "cheapest"
}

// LiveSentences says who is likely the cheapest, today or at a volume under
// inspection (0 for today), and where along the axis that is open.
func (o *Odds) LiveSentences(inspected float64) []string {
	var today [checklist.PlaceableCount]float64
	for i := range o.Options {
		today[i] = o.Options[i].Cheapest
	}
	who := o.CheapestWords()
	said := []string{fmt.Sprintf("%s within the ranges: %s (%s draws).", words.Capital(who), o.shares(today), humanize.Comma(int64(o.Draws)))}
	if inspected > 0 {
		at := o.At(inspected)
		said[0] = fmt.Sprintf("%s at %s within the ranges: %s (%d draws).", words.Capital(who), quantity.ShortCount(at.Volume), o.shares(at.Cheapest), o.AxisDraws)
	}
	if o.Split != nil && inspected == 0 {
		said = append(said, fmt.Sprintf("The split is cheaper than the best single platform in %s of the draws.", model.Percent(o.Split.Cheaper)))
	}
	from, to, contested := o.Contested()
	switch {
	case !contested:
		said = append(said, fmt.Sprintf("Given the volume nothing is contested: one option has %s or more at each.", model.Percent(Sure)))
	case from == to:
		said = append(said, fmt.Sprintf("Contested around %s: no option reaches %s there.", quantity.ShortCount(from), model.Percent(Sure)))
	default:
		said = append(said, fmt.Sprintf("Contested from %s to %s: no option reaches %s throughout.", quantity.ShortCount(from), quantity.ShortCount(to), model.Percent(Sure)))
	}
	return said
}

// shares lists the options that are ever the cheapest, the likeliest first.
func (o *Odds) shares(cheapest [checklist.PlaceableCount]float64) string {
	order := optionsInOrder()
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cheapest[b], cheapest[a]) })
	var parts []string
	for _, i := range order {
		if p := cheapest[i]; p > 0 {
			parts = append(parts, o.Options[i].Platform.Name+" "+model.Percent(p))
		}
	}
	if len(parts) == 0 {
		return "none, as none can run"
	}
	return strings.Join(parts, ", ")
}
