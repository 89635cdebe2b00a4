package report

import (
	"fmt"

	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/guide"
	"runwhere/model/report/doc"
	"runwhere/model/search"
	"runwhere/model/study"
)

// Text returns an evaluation and what was found out about it as plain text for a
// terminal of 80 columns: the verdict first, the inputs last.
func Text(e *model.Evaluation, found *study.Findings) []byte {
	d := doc.New()
	o := growth.Of(e)
	d.Para(fmt.Sprintf("%s · %s %s · %s requests a month · prices of %s", e.Resolved.Name, e.Resolved.Cloud, e.Resolved.Region, volume(e.Volume()), e.Book.Version()))
	verdict(d, e, found)
	Ownership(d, e, &o)
	d.Pause()
	d.Items(sentences(e))
	platforms(d, e)
	bills(d, e)
	powerTuning(d, e)
	crossovers(d, e)
	placement(d, e, found)
	Constraints(d, e)
	RestsOn(d, e, found.RestsOn)
	Flips(d, found.Flips)
	Revisit(d, e, found.Flips)
	waterfalls(d, e)
	Advice(d, e)
	odds(d, found.Uncertainty)
	ColdStarts(d, e)
	comparison(d, guide.Comparison(e))
	outlook(d, e, &o, found.Horizon)
	inputs(d, e)
	d.Pause()
	for _, file := range e.PrivateRates() {
		d.Para("* a private rate of ", file, ", not a list price")
	}
	if oldest := e.OldestPrice(); oldest != nil {
		d.Para(oldestPrice(oldest), " The formats md and json have the formula, source and date of every line.")
	}
	return doc.Text(d)
}

// SeekText says what was sought and found, a sentence a line.
func SeekText(s *search.Sought) []byte {
	d := doc.New()
	for _, sentence := range s.Sentences() {
		d.Para(sentence)
	}
	return doc.Text(d)
}
