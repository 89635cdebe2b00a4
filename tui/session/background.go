package session

import (
	stdcontext "context"
	"errors"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/model/study"
)

// Request is what a key asked for that first has to be worked out: a copy, a
// report, a value that is sought. It is about the scenario as it was then, and
// is given up when that changes.
type Request struct {
	Doing string // in words: "copying the decision record"
	Of    *study.Study
	Needs []*Finding                                          // what has to be known before work
	Work  func(ctx stdcontext.Context, of *study.Study) error // in the background, nil for none
	Then  func(err error) tea.Cmd                             // in Update, when all of it is done
}

// Task is one piece of work that runs in the background.
type Task struct {
	Search  *Finding // nil for the work of a request
	request *Request // nil for a search
	Of      *study.Study
	Ctx     stdcontext.Context
	cancel  stdcontext.CancelFunc
}

// DoneMsg says that a task has ended.
type DoneMsg struct {
	Task *Task
	Err  error
}

// ReadyMsg says that all that a request needs is there.
type ReadyMsg struct {
	Request *Request
	Err     error
}

// Background is the one worker behind the screens. It does one task at a time:
// first what is in sight, then what keys asked for. What is about a scenario
// that is no longer on the screen is cancelled, and so is what nobody looks at
// when something else is wanted.
type Background struct {
	Running  *Task
	Requests []*Request
	failed   map[*Finding]*study.Study // what could not be worked out
	Held     func(t *Task)             // of tests: takes a task instead of running it
}

// Ask takes a request. The same one twice is one.
func (b *Background) Ask(r *Request) {
	same := func(other *Request) bool { return other.Doing == r.Doing && other.Of == r.Of }
	if !slices.ContainsFunc(b.Requests, same) {
		b.Requests = append(b.Requests, r)
	}
}

// Next goes on with what is to be done about an evaluation of which some things
// are in sight: with what is to be said about that, after which it is asked
// again, or with the task to run as a command. It returns at once.
func (b *Background) Next(e *study.Study, inSight []*Finding) (said tea.Cmd, begin *Task) {
	if said = b.giveUp(e); said != nil {
		return said, nil
	}
	t := b.choose(e, inSight)
	if r := b.Running; r != nil {
		if r.Of != e || t != nil && !b.wanted(r, inSight) {
			r.cancel() // its end brings the next one
		}
		return nil, nil
	}
	if t == nil {
		return nil, nil
	}
	if t.Search == nil && t.request.Work == nil {
		return b.finish(t.request, nil), nil
	}
	t.Ctx, t.cancel = stdcontext.WithCancel(stdcontext.Background())
	b.Running = t
	if b.Held != nil {
		b.Held(t)
		return nil, nil
	}
	return nil, t
}

// Run does the task; it is a command, away from Update.
func (t *Task) Run() tea.Msg {
	defer t.cancel()
	if t.Search != nil {
		return DoneMsg{t, t.Search.Run(t.Ctx, t.Of)}
	}
	return DoneMsg{t, t.request.Work(t.Ctx, t.Of)}
}

// choose returns what is to be done now, nil where there is nothing.
func (b *Background) choose(e *study.Study, inSight []*Finding) *Task {
	for _, s := range inSight {
		if b.open(s, e) {
			return &Task{Search: s, Of: e}
		}
	}
	if len(b.Requests) == 0 {
		return nil
	}
	r := b.Requests[0]
	for _, s := range r.Needs {
		if b.open(s, e) {
			return &Task{Search: s, Of: e}
		}
	}
	return &Task{request: r, Of: e}
}

// open reports whether a search is to be done. One that failed is not tried
// again.
func (b *Background) open(s *Finding, e *study.Study) bool {
	return !s.Known(e) && b.failed[s] != e
}

// wanted reports whether somebody waits for a task.
func (b *Background) wanted(t *Task, inSight []*Finding) bool {
	if t.Search == nil {
		return slices.Contains(b.Requests, t.request)
	}
	needs := func(r *Request) bool { return slices.Contains(r.Needs, t.Search) }
	return slices.Contains(inSight, t.Search) || slices.ContainsFunc(b.Requests, needs)
}

// follow makes what was asked about an evaluation of which the placement was held
// be about the one with the placement that was found.
func (b *Background) follow(held, found *study.Study) {
	for _, r := range b.Requests {
		if r.Of == held {
			r.Of = found
		}
	}
}

// giveUp drops the requests about other evaluations, and says so.
func (b *Background) giveUp(e *study.Study) tea.Cmd {
	var cmd tea.Cmd
	b.Requests = slices.DeleteFunc(b.Requests, func(r *Request) bool {
		if r.Of == e {
			return false
		}
		cmd = Complain(errors.New("stopped " + r.Doing + ": the scenario has changed"))
		return true
	})
	return cmd
}

// Take notes that a task has ended and returns what follows.
func (b *Background) Take(m DoneMsg) tea.Cmd {
	b.Running = nil
	switch {
	case errors.Is(m.Err, stdcontext.Canceled):
	case m.Task.request != nil:
		return b.finish(m.Task.request, m.Err)
	case m.Err != nil:
		if b.failed == nil {
			b.failed = map[*Finding]*study.Study{}
		}
		b.failed[m.Task.Search] = m.Task.Of
	}
	return nil
}

// finish takes a request off the list, if it is still wanted.
func (b *Background) finish(r *Request, err error) tea.Cmd {
	i := slices.Index(b.Requests, r)
	if i < 0 {
		return nil
	}
	b.Requests = slices.Delete(b.Requests, i, i+1)
	return Send(ReadyMsg{r, err})
}

// Says tells what a key asked for and is being worked out, "" for nothing.
func (b *Background) Says() string {
	if len(b.Requests) == 0 {
		return ""
	}
	text := b.Requests[0].Doing
	if b.Running != nil && b.Running.Search != nil {
		text += ": working out " + b.Running.Search.What
	}
	return text + " …"
}

// Stop cancels what runs and forgets what was asked for.
func (b *Background) Stop() {
	b.Requests = nil
	if b.Running != nil {
		b.Running.cancel()
	}
}
