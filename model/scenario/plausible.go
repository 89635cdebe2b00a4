package scenario

import (
	"strings"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// Plausible is what a value may be that nobody gave: nine of ten systems lie
// within. What a decision rests on is found by moving each assumed value over it.
// A field with a default and without it is a choice of whoever builds the system,
// and no figure that could turn out to be another.
type Plausible struct {
	Low, High float64    // in the base unit of the field, or as parts of what Of names
	Of        paths.Path // the value that Low and High are parts of; the field's own path for parts of what stands in today
	Rest      []float64  // Low and High of what nobody waits for; nil for the same
	Evidence  string     // what is published, with source and date; "" for a judgement of ours alone
}

// within is a range in the base unit of the field.
func within(low, high float64) *Plausible { return &Plausible{Low: low, High: high} }

// partOf is a range in parts of another value of the same component.
func partOf(of paths.Path, low, high float64) *Plausible {
	return &Plausible{Low: low, High: high, Of: of}
}

// by says what is published of the range.
func (p *Plausible) by(evidence string) *Plausible {
	p.Evidence = evidence
	return p
}

// azureTrace is where the best known figures of durations and memory come from.
const azureTrace = "Shahrad et al., USENIX ATC 2020, Azure Functions in July 2019"

// Ends returns the range of a component that answers somebody or does not.
func (p *Plausible) Ends(answers bool) (low, high float64) {
	if !answers && p.Rest != nil {
		return p.Rest[0], p.Rest[1]
	}
	return p.Low, p.High
}

// Relative reports whether the range is in parts of another value.
func (p *Plausible) Relative() bool { return p.Of != (paths.Path{}) }

// Text prints the range of a field: "30ms to 1.5s", "3% to 85% of the duration".
func (p *Plausible) Text(f *Field) string {
	low, high := p.EndText(f, p.Low), p.EndText(f, p.High)
	text := strings.TrimSuffix(low, p.unit(f)) + " to " + high
	if p.Rest != nil {
		text += " where somebody waits for the answer, else " + strings.TrimSuffix(p.EndText(f, p.Rest[0]), p.unit(f)) + " to " + p.EndText(f, p.Rest[1])
	}
	return text
}

// EndText prints one end of the range.
func (p *Plausible) EndText(f *Field, v float64) string {
	switch {
	case !p.Relative() && f.Kind == quantity.Size: // in the unit in which it is asked
		return quantity.FormatNumber(v) + "KiB"
	case !p.Relative():
		return quantity.FormatQuantity(f.Kind, v)
	case p.High <= 1:
		return quantity.FormatRatio(v) + p.unit(f)
	}
	return quantity.FormatNumber(v) + p.unit(f)
}

// unit is what a part is a part of.
func (p *Plausible) unit(f *Field) string {
	switch {
	case !p.Relative():
		return ""
	case p.Of == f.Path:
		return " times what stands in"
	case p.High > 1:
		return " times the " + strings.ReplaceAll(p.Of.Key(), "_", " ")
	}
	return " of the " + strings.ReplaceAll(p.Of.Key(), "_", " ")
}
