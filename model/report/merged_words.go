package report

import (
	"fmt"
	"strings"

	"runwhere/model/merge"
	"runwhere/model/quantity"
)

// spreadOf is how far apart the figures of a field are, or which words were
// said, as text.
func spreadOf(f *merge.MergeField) string {
	switch {
	case f.Spread == nil && len(f.Values) > 1:
		words := make([]string, len(f.Values))
		for i := range f.Values {
			words[i] = f.Values[i].Text
		}
		return strings.Join(words, " or ")
	case f.Spread == nil || !f.Spread.IsRange():
		return ""
	}
	text := quantity.FormatAmount(f.Field.Kind, *f.Spread)
	if factor, ok := f.Factor(); ok {
		text += ", " + volume(factor) + "×"
	}
	return text
}

// mergedText is what the merged scenario says of a field.
func mergedText(f *merge.MergeField) string {
	if f.Merged == "" {
		return "open"
	}
	return f.Merged
}

// cheapest is the cheapest option of an outcome and its bill.
func cheapest(o *merge.MergeOutcome) string {
	if o.Cheapest == "" {
		return "-"
	}
	text := o.Cheapest.Title() + " " + money(o.USD)
	if o.WithPeople {
		text += " with people"
	}
	return text
}

// recommends is the recommendation of an outcome.
func recommends(o *merge.MergeOutcome) string {
	switch {
	case o.Unbilled != "":
		return "no price"
	case o.Recommendation == "":
		return "nothing possible"
	}
	return o.Recommendation.Title()
}

// confident is the confidence of an outcome in per cent.
func confident(o *merge.MergeOutcome) string {
	if o.Recommendation == "" {
		return "-"
	}
	return fmt.Sprintf("%.0f %%", o.Confidence*100)
}

// stakes says how much hangs on a dispute.
func stakes(d *merge.MergeDispute) string {
	switch {
	case !d.Tried:
		return "not tried: the bound on evaluations was reached"
	case d.Changes:
		return fmt.Sprintf("changes the verdict; %s a month", money(d.USD))
	}
	return fmt.Sprintf("keeps the verdict; %s a month", money(d.USD))
}

// inShort says what one value of a dispute makes of the verdict.
func inShort(o *merge.MergeOutcome) string {
	if o.Unbilled != "" {
		return "no price: " + o.Unbilled
	}
	return fmt.Sprintf("%s, %s; cheapest %s", recommends(o), confident(o), cheapest(o))
}
