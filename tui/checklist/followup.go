package checklist

import (
	"fmt"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/search"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// followUps are the questions beyond the ten whose answer can still change the
// verdict. They are worked out when the step is shown and after each answer.
type followUps struct {
	of      *study.Study
	pending []search.Pending
	known   bool     // whether pending is; it is searched when the step is shown
	skipped []string // ids that were left open in this sitting
}

// refresh works out what is left to ask.
func (f *followUps) refresh(s *session.Session) {
	f.of = s.Result
	f.pending, f.known = f.of.PeekPendingFollowUps()
}

// skip leaves a question open for this sitting.
func (f *followUps) skip(id string) { f.skipped = append(f.skipped, id) }

// left lists what was not skipped.
func (f *followUps) left() []search.Pending {
	return slices.DeleteFunc(slices.Clone(f.pending), func(p search.Pending) bool { return slices.Contains(f.skipped, p.Question.ID) })
}

// asked returns the question that is asked next.
func (f *followUps) asked() (checklist.Question, bool) {
	if left := f.left(); len(left) > 0 {
		return left[0].Question, true
	}
	return checklist.Question{}, false
}

// title counts all that can change the verdict: what was skipped still can.
func (f *followUps) title() string {
	switch all, left := len(f.pending), len(f.left()); {
	case left < all:
		return fmt.Sprintf("%d can change the verdict, %d skipped", all, all-left)
	case all > 1:
		return fmt.Sprintf("further question; %d can change the verdict", all)
	}
	return "further question; it can change the verdict"
}

// handleFollowUp acts on the bindings of a further question. An answer leads to
// the next one that matters.
func (p *Pane) handleFollowUp(a keys.Action) (tea.Cmd, bool) {
	q, ok := p.followUps.asked()
	switch {
	case a == keys.LeaveOpen && ok:
		p.followUps.skip(q.ID)
		p.build()
		return nil, true
	case a == keys.ClearValue:
		return p.takeBackFollowUp(), true
	case !p.followUps.known && (a == keys.Accept || a == keys.LeaveOpen):
		return session.Say(followUpsSearched), true
	case !ok && (a == keys.Accept || a == keys.LeaveOpen):
		return p.on(), true
	case !ok:
		return nil, false
	}
	return p.handleQuestion(a)
}

// takeBackFollowUp opens the last answered further question again.
func (p *Pane) takeBackFollowUp() tea.Cmd {
	for _, q := range slices.Backward(checklist.FollowUps) {
		if p.Session.Scenario.Answers.Get(q.ID).Answered() {
			err := p.Session.Apply(p.Session.Scenario.WithAnswer(q.ID, checklist.Answer{}))
			p.build()
			if err != nil {
				return session.Complain(err)
			}
			return session.Say("taken back: " + q.Text)
		}
	}
	return session.Say("no further question was answered")
}

// followUpsSearched is said where it is not known yet what will be asked.
const followUpsSearched = "working out which further questions can change the verdict …"

// Searches lists what every step shows: its mark on the progress line and what
// is open.
func (p *Pane) Searches() []*session.Finding {
	return []*session.Finding{session.SearchFollowUps}
}

// settledLines says that nothing is left to ask, and what was answered.
func (p *Pane) settledLines(r kit.Rect) []string {
	s := p.Styles
	text := "No further question can change the verdict as it stands."
	if !p.followUps.known {
		text = "W" + followUpsSearched[1:]
	}
	if n := len(p.followUps.pending); n > 0 {
		text = fmt.Sprintf("Nothing is left but what was skipped (%d could still change the verdict).", n)
	}
	lines := s.Indent(s.Strong, text, r.W-1)
	lines = append(lines, "")
	for _, q := range checklist.FollowUps {
		if choice, ok := q.Choice(p.Session.Scenario.Answers.Get(q.ID).Choice()); ok {
			lines = append(lines, s.Indent(s.Text, q.Text+" "+choice.Label, r.W-1)...)
		}
	}
	lines = append(lines, "")
	lines = append(lines, s.Indent(s.Muted, "enter goes on to the score; backspace takes the last answer back", r.W-1)...)
	return kit.Block(lines, r.W, r.H, s.Glyphs.Ellipsis)
}
