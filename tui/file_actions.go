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
)

// fileAction carries out what reads or writes files, and quitting, which asks
// when something would be lost.
func (a *App) fileAction(action Action) tea.Cmd {
	switch action {
	case Save:
		return a.save(nil)
	case Open:
		return openWindow(newPrompt(a.ctx, "Open a scenario", "a scenario file (YAML); esc cancels", "", nil, a.open).limited(ask.PathLimit))
	case Presets:
		return openWindow(newPicker(a.ctx, "Start from a preset", "u brings the present scenario back", a.presets()))
	case WriteReport:
		return openWindow(a.reportPicker())
	case CopyReport:
		return a.report("copying the decision record", reportSearches, a.decisionRecord, func(data []byte) tea.Cmd {
			return tea.Batch(tea.SetClipboard(string(data)),
				say("decision record copied; where the terminal blocks that, w writes it to a file"))
		})
	}
	return nil
}

// decisionRecord renders the decision record of an evaluation.
func (a *App) decisionRecord(e *model.Evaluation, found *study.Findings) ([]byte, error) {
	return Record(e, found, a.config.Today), nil
}

// report asks for a report on the present scenario. What it says is worked out
// first, in the background as its text is; then gets the text.
func (a *App) report(doing string, needs []*finding, render renderer, then func(data []byte) tea.Cmd) tea.Cmd {
	var (
		e    = a.ctx.session.Result
		data []byte
	)
	a.ctx.work.ask(&request{
		doing: doing, of: e, needs: needs,
		work: func(ctx stdcontext.Context) (err error) {
			var found *study.Findings
			if len(needs) > 0 {
				if found, err = e.Findings(ctx); err != nil {
					return err
				}
			}
			data, err = render(e.Evaluation, found)
			return err
		},
		then: func(err error) tea.Cmd {
			if err != nil {
				return complain(err)
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
func (a *App) reportPicker() *picker {
	base := slug(a.ctx.session.Result.Resolved.Name)
	offer := func(name, ext, about string, needs []*finding, render renderer) choice {
		return choice{name, about, func() tea.Cmd {
			return openWindow(newPrompt(a.ctx, "Write the report", "file name; where there is such a file you are asked", base+ext, notEmpty,
				func(file string) tea.Cmd {
					return a.report("writing "+file, needs, render, func(data []byte) tea.Cmd {
						return a.writeReport(file, data, OverNothing())
					})
				}).limited(ask.PathLimit))
		}}
	}
	return newPicker(a.ctx, "Write a report", "which format? esc cancels", []choice{
		offer("markdown", ".md", "decision record for the repository", reportSearches, a.decisionRecord),
		offer("json", ".json", "every figure, for programs", reportSearches, reportjson.Evaluation),
		offer("csv", ".csv", "every bill line, for a spreadsheet", nil, func(e *model.Evaluation, _ *study.Findings) ([]byte, error) { return report.CSV(e), nil }),
		offer("text", ".txt", "as eval prints it", reportSearches, func(e *model.Evaluation, found *study.Findings) ([]byte, error) { return report.Text(e, found), nil }),
	})
}

// quit leaves, after a question where something is unsaved.
func (a *App) quit() tea.Cmd {
	if !a.ctx.session.Dirty() {
		return tea.Quit
	}
	return openWindow(newPicker(a.ctx, "The scenario has unsaved changes", "esc stays", []choice{
		{"save and quit", "", func() tea.Cmd { return a.save(tea.Quit) }},
		{"quit without saving", "the changes are lost", func() tea.Cmd { return a.discard() }},
		{"stay", "", func() tea.Cmd { return nil }},
	}))
}

// discard leaves and forgets what is unsaved.
func (a *App) discard() tea.Cmd {
	a.discarded = true
	return tea.Quit
}

// toggleTax switches the layer of people and tools in or out of all totals.
func (a *App) toggleTax() tea.Cmd {
	next := a.ctx.session.Scenario
	include := !next.People.Include.Or(false)
	next.People.Include = scenario.Some(include)
	if err := a.ctx.session.Apply(next); err != nil {
		return complain(err)
	}
	return tea.Batch(a.refresh(), say(map[bool]string{true: "people and tools included in every total", false: "people and tools shown apart"}[include]))
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
