package backtest

import (
	"bytes"
	"fmt"
	"strings"

	"runwhere/checklist"
)

// Text prints the result for a terminal of 80 columns.
func (r *Result) Text() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Back-test on %d published decisions\n\n", len(r.Cases))
	for i, in := range r.Instruments {
		fmt.Fprintf(&b, "  %-36s %3d of %d  %3.0f %%\n", in.Title, in.Right, len(r.Cases), 100*r.Accuracy(i))
	}
	fmt.Fprintf(&b, "  %-36s           %3.0f %%\n", "Always the most common outcome", 100*r.Largest)
	for _, in := range r.Instruments {
		r.confusion(&b, &in)
	}
	r.calibration(&b)
	r.misses(&b)
	return b.Bytes()
}

// confusion prints what an instrument said for each outcome.
func (r *Result) confusion(b *bytes.Buffer, in *Score) {
	said := append(append([]checklist.Option{}, checklist.Options...), "")
	fmt.Fprintf(b, "\n%s: rows are what was chosen, columns what it says\n%14s", in.Title, "")
	for _, o := range said {
		fmt.Fprintf(b, "%12s", orNothing(o))
	}
	b.WriteByte('\n')
	for _, outcome := range checklist.Options {
		fmt.Fprintf(b, "  %-12s", outcome)
		for _, o := range said {
			fmt.Fprintf(b, "%12d", in.Confusion[outcome][o])
		}
		b.WriteByte('\n')
	}
}

func orNothing(o checklist.Option) string {
	if o == "" {
		return "undecided"
	}
	return string(o)
}

// calibration holds confidence against truth.
func (r *Result) calibration(b *bytes.Buffer) {
	fmt.Fprintf(b, "\nConfidence of our verdict against how often it is right (Brier score %.2f)\n", r.Brier)
	for _, bin := range r.Calibration {
		fmt.Fprintf(b, "  %3.0f to %3.0f %%  %3d cases  says %3.0f %%  right %3.0f %%  %s\n",
			100*bin.Low, 100*bin.High, bin.Cases, 100*bin.Confidence, 100*bin.Right, strings.Repeat("=", int(20*bin.Right+0.5)))
	}
}

// misses lists the cases that our verdict gets wrong.
func (r *Result) misses(b *bytes.Buffer) {
	b.WriteString("\nCases that our verdict gets wrong\n")
	for i := range r.Cases {
		if d := &r.Cases[i]; !d.Right(0) {
			fmt.Fprintf(b, "  %-32s %d  chose %-11s we say %s (%.0f %%)\n", d.ID, d.Year, d.Accept[0], orNothing(d.Said[0]), 100*d.Confidence)
		}
	}
}
