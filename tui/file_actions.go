package tui

import (
	stdcontext "context"
	"errors"
	"strings"

	"charm.land/bubbletea/v2"

	"runwhere/model"
	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
	"runwhere/model/scenario"
	"runwhere/model/study"
	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
	"runwhere/tui/window"
)

// fileAction carries out what reads or writes files, and quitting, which asks
// when something would be lost.
func (a *App) fileAction(action keys.Action) tea.Cmd {
	switch action {
	case keys.Save:
		return a.save(nil)
	case keys.Open:
		return kit.OpenWindow(kit.NewPrompt(a.ctx, "Open a scenario", "a scenario file (YAML); esc cancels", "", nil, a.open).Limited(ask.PathLimit))
	case keys.Presets:
		return kit.OpenWindow(kit.NewPicker(a.ctx, "Start from a preset", "u brings the present scenario back", a.presets()))
	case keys.WriteReport:
		return kit.OpenWindow(a.reportPicker())
	case keys.CopyReport:
		return a.report("copying the decision record", session.ReportSearches, a.decisionRecord, func(data []byte) tea.Cmd {
			return tea.Batch(tea.SetClipboard(string(data)),
				session.Say("decision record copied; where the terminal blocks that, w writes it to a file"))
		})
	}
	return nil
}

// decisionRecord renders the decision record of an evaluation.
func (a *App) decisionRecord(e *model.Evaluation, found *study.Findings) ([]byte, error) {
	return window.Record(e, found, a.config.Today), nil
}

// report asks for a report on the present scenario. What it says is worked out
// first, in the background as its text is; then gets the text.
func (a *App) report(doing string, needs []*session.Finding, render renderer, then func(data []byte) tea.Cmd) tea.Cmd {
	var data []byte
	a.ctx.Work.Ask(&session.Request{
		Doing: doing, Of: a.ctx.Session.Result, Needs: needs,
		Work: func(ctx stdcontext.Context, e *study.Study) (err error) {
			var found *study.Findings
			if len(needs) > 0 {
				if found, err = e.Findings(ctx); err != nil {
					return err
				}
			}
			data, err = render(e.Evaluation, found)
			return err
		},
		Then: func(err error) tea.Cmd {
			if err != nil {
				return session.Complain(err)
			}
			return then(data)
		},
	})
	return nil
}

// renderer writes a report of an evaluation and of what was found about it, nil
// where it needs nothing that takes a search.
type renderer func(e *model.Evaluation, found *study.Findings) ([]byte, error)

// reportPicker asks for the format of a report, then for its file.
func (a *App) reportPicker() *kit.Picker {
	base := slug(a.ctx.Session.Result.Resolved.Name)
	offer := func(name, ext, about string, needs []*session.Finding, render renderer) kit.Choice {
		return kit.Choice{Name: name, About: about, Pick: func() tea.Cmd {
			return kit.OpenWindow(kit.NewPrompt(a.ctx, "Write the report", "file name; where there is such a file you are asked", base+ext, notEmpty,
				func(file string) tea.Cmd {
					return a.report("writing "+file, needs, render, func(data []byte) tea.Cmd {
						return a.writeReport(file, data, session.OverNothing())
					})
				}).Limited(ask.PathLimit))
		}}
	}
	return kit.NewPicker(a.ctx, "Write a report", "which format? esc cancels", []kit.Choice{
		offer("markdown", ".md", "decision record for the repository", session.ReportSearches, a.decisionRecord),
		offer("json", ".json", "every figure, for programs", session.ReportSearches, reportjson.Evaluation),
		offer("csv", ".csv", "every bill line, for a spreadsheet", nil, func(e *model.Evaluation, _ *study.Findings) ([]byte, error) { return report.CSV(e), nil }),
		offer("text", ".txt", "as eval prints it", session.ReportSearches, func(e *model.Evaluation, found *study.Findings) ([]byte, error) { return report.Text(e, found), nil }),
	})
}

// quit leaves, after a question where something is unsaved.
func (a *App) quit() tea.Cmd {
	if !a.ctx.Session.Dirty() {
		return tea.Quit
	}
	return kit.OpenWindow(kit.NewPicker(a.ctx, "The scenario has unsaved changes", "esc stays", []kit.Choice{
		{Name: "save and quit", About: "", Pick: func() tea.Cmd { return a.save(tea.Quit) }},
		{Name: "quit without saving", About: "the changes are lost", Pick: func() tea.Cmd { return a.discard() }},
		{Name: "stay", About: "", Pick: func() tea.Cmd { return nil }},
	}))
}

// discard leaves and forgets what is unsaved.
func (a *App) discard() tea.Cmd {
	a.discarded = true
	return tea.Quit
}

// toggleTax switches the layer of people and tools in or out of all totals.
func (a *App) toggleTax() tea.Cmd {
	next := a.ctx.Session.Scenario
	include := !next.People.Include.Or(false)
	next.People.Include = scenario.Some(include)
	if err := a.ctx.Session.Apply(next); err != nil {
		return session.Complain(err)
	}
	return tea.Batch(a.refresh(), session.Say(map[bool]string{true: "people and tools included in every total", false: "people and tools shown apart"}[include]))
}

func notEmpty(text string) (string, error) {
	if text == "" {
		return "", errors.New("a file name is needed")
	}
	return "", nil
}

// slug makes a file name of a scenario's name.
func slug(name string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, name)
	clean = strings.Trim(clean, "-")
	for strings.Contains(clean, "--") {
		clean = strings.ReplaceAll(clean, "--", "-")
	}
	if clean == "" {
		return "decision"
	}
	return clean
}
