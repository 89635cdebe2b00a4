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
	r.read(&b)
	r.leftOut(&b)
	for _, in := range r.Instruments {
		r.confusion(&b, &in)
	}
	r.calibration(&b)
	r.misses(&b)
	return b.Bytes()
}

// read says what was taken from the cases' own words, as a reader of this
// program's and not the cases' collector answered it.
func (r *Result) read(b *bytes.Buffer) {
	facts, cases := 0, 0
	for i := range r.Cases {
		if n := len(r.Cases[i].stated); n > 0 {
			facts, cases = facts+n, cases+1
		}
	}
	if facts > 0 {
		fmt.Fprintf(b, "\n%d follow-ups in %d cases were read from their own words: where a team came\nfrom, its reasons and the notes beside its answers, never its choice.\n", facts, cases)
	}
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
		if in.Confusion[outcome] == nil {
			continue
		}
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
	if len(r.Cases) > 1 {
		r.recalibration(b)
	}
}

// leftOut prints what fitting would bring on cases that it has not seen.
func (r *Result) leftOut(b *bytes.Buffer) {
	line := func(title string, right int) {
		fmt.Fprintf(b, "  %-36s %3d of %d  %3.0f %%\n", title, right, len(r.Cases), 100*float64(right)/float64(len(r.Cases)))
	}
	b.WriteString("\nLeave-one-out: each case judged by what was fitted to the others alone\n")
	line("Our verdict, no weight is fitted", r.Instruments[0].Right)
	line("Our verdict, all weights scaled", r.LeftOut.Scaled)
	line("Naive Bayes on the ten answers", r.LeftOut.Bayes)
}

// recalibration says whether a fitted rule would make the confidence truer.
func (r *Result) recalibration(b *bytes.Buffer) {
	b.WriteString("Brier score, leave-one-out (lower is better)\n")
	for _, row := range []struct {
		title string
		score float64
	}{
		{"the confidence as it is", r.Brier},
		{"shifted, one parameter fitted", r.LeftOut.Shifted},
		{"shifted and stretched, two fitted", r.LeftOut.Fitted},
		{"how often the others were right", r.LeftOut.Constant},
	} {
		fmt.Fprintf(b, "  %-36s %.3f\n", row.title, row.score)
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
