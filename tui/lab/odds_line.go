package lab

import (
	"unicode"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/uncertainty"
	"runwhere/tui/chart"
	"runwhere/tui/session"
)

// withOdds reports whether there are odds to show.
func (p *Pane) withOdds() bool {
	return !p.noOdds && uncertainty.HasRanges(p.Session.Result.Evaluation)
}

// odds is what the ranges of the scenario leave open, nil where there is none,
// nobody wants to see it, or it is still worked out.
func (p *Pane) odds() *uncertainty.Odds {
	if p.noOdds {
		return nil
	}
	odds, _ := p.Session.Result.PeekOdds()
	return odds
}

// Searches lists what the lab shows beside the curves.
func (p *Pane) Searches() []*session.Finding {
	var searches []*session.Finding
	if p.withOdds() {
		searches = append(searches, session.SearchOdds)
	}
	if p.stripped() {
		searches = append(searches, session.SearchVolumes)
	}
	return append(searches, session.SearchRestsOn)
}

// toggleOdds shows or hides the odds.
func (p *Pane) toggleOdds() tea.Cmd {
	p.noOdds = !p.noOdds
	p.Refresh()
	switch {
	case uncertainty.HasRanges(p.Session.Result.Evaluation) && p.noOdds:
		return session.Say("the odds of the ranges are hidden; r shows them")
	case uncertainty.HasRanges(p.Session.Result.Evaluation):
		return nil
	}
	return session.Say("no figure is a range: = takes one, such as 10M..80M")
}

// oddsSentences says in words what the line of the odds shows.
func (p *Pane) oddsSentences() []string {
	odds := p.odds()
	switch {
	case odds == nil && p.withOdds():
		return []string{"Odds: being worked out …"}
	case odds == nil:
		return nil
	}
	said := odds.LiveSentences(p.cursor)
	return append(said, "Odds: a capital is the "+odds.CheapestWords()+" with 90 % or more, a small letter with half or more, ? marks neither; r hides them.")
}

// oddsRibbon says under each column of the chart which option is likely the
// cheapest there: its letter, a small one where that is contested, a question
// mark where no option is likelier than all others together.
func (p *Pane) oddsRibbon(odds *uncertainty.Odds) string {
	frame := &p.chart.raster.Frame
	if odds == nil {
		return chart.Ribbon(p.Styles, frame, "odds", func(int) (rune, checklist.Option) { return ' ', "" })
	}
	return chart.Ribbon(p.Styles, frame, "odds", func(column int) (rune, checklist.Option) {
		option, probability := odds.At(frame.XAt(column)).Likeliest()
		if option == "" {
			return ' ', ""
		}
		letter := p.Session.Result.Platform(option).Letter
		switch {
		case probability < 0.5:
			letter = '?'
		case probability < uncertainty.Sure:
			letter = unicode.ToLower(letter)
		}
		return letter, option
	})
}
