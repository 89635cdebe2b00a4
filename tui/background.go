package tui

import (
	stdcontext "context"
	"errors"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/model/study"
)

// request is what a key asked for that first has to be worked out: a copy, a
// report, a value that is sought. It is about the scenario as it was then, and
// is given up when that changes.
type request struct {
	doing string // in words: "copying the decision record"
	of    *study.Study
	needs []*finding                         // what has to be known before work
	work  func(ctx stdcontext.Context) error // in the background, nil for none
	then  func(err error) tea.Cmd            // in Update, when all of it is done
}

// task is one piece of work that runs in the background.
type task struct {
	search  *finding // nil for the work of a request
	request *request // nil for a search
	of      *study.Study
	ctx     stdcontext.Context
	cancel  stdcontext.CancelFunc
}

// workedMsg says that a task has ended.
type workedMsg struct {
	task *task
	err  error
}

// readyMsg says that all that a request needs is there.
type readyMsg struct {
	request *request
	err     error
}

// background is the one worker behind the screens. It does one task at a time:
// first what is in sight, then what keys asked for. What is about a scenario
// that is no longer on the screen is cancelled, and so is what nobody looks at
// when something else is wanted.
type background struct {
	running  *task
	requests []*request
	failed   map[*finding]*study.Study // what could not be worked out
	held     func(t *task)             // of tests: takes a task instead of running it
}

// ask takes a request. The same one twice is one.
func (b *background) ask(r *request) {
	same := func(other *request) bool { return other.doing == r.doing && other.of == r.of }
	if !slices.ContainsFunc(b.requests, same) {
		b.requests = append(b.requests, r)
	}
}

// next goes on with what is to be done about an evaluation of which some things
// are in sight: with what is to be said about that, after which it is asked
// again, or with the task to run as a command. It returns at once.
func (b *background) next(e *study.Study, inSight []*finding) (said tea.Cmd, begin *task) {
	if said = b.giveUp(e); said != nil {
		return said, nil
	}
	t := b.choose(e, inSight)
	if r := b.running; r != nil {
		if r.of != e || t != nil && !b.wanted(r, inSight) {
			r.cancel() // its end brings the next one
		}
		return nil, nil
	}
	if t == nil {
		return nil, nil
	}
	if t.search == nil && t.request.work == nil {
		return b.finish(t.request, nil), nil
	}
	t.ctx, t.cancel = stdcontext.WithCancel(stdcontext.Background())
	b.running = t
	if b.held != nil {
		b.held(t)
		return nil, nil
	}
	return nil, t
}

// run does the task; it is a command, away from Update.
func (t *task) run() tea.Msg {
	defer t.cancel()
	if t.search != nil {
		return workedMsg{t, t.search.run(t.ctx, t.of)}
	}
	return workedMsg{t, t.request.work(t.ctx)}
}

// choose returns what is to be done now, nil where there is nothing.
func (b *background) choose(e *study.Study, inSight []*finding) *task {
	for _, s := range inSight {
		if b.open(s, e) {
			return &task{search: s, of: e}
		}
	}
	if len(b.requests) == 0 {
		return nil
	}
	r := b.requests[0]
	for _, s := range r.needs {
		if b.open(s, e) {
			return &task{search: s, of: e}
		}
	}
	return &task{request: r, of: e}
}

// open reports whether a search is to be done. One that failed is not tried
// again.
func (b *background) open(s *finding, e *study.Study) bool {
	return !s.known(e) && b.failed[s] != e
}

// wanted reports whether somebody waits for a task.
func (b *background) wanted(t *task, inSight []*finding) bool {
	if t.search == nil {
		return slices.Contains(b.requests, t.request)
	}
	needs := func(r *request) bool { return slices.Contains(r.needs, t.search) }
	return slices.Contains(inSight, t.search) || slices.ContainsFunc(b.requests, needs)
}

// giveUp drops the requests about other evaluations, and says so.
func (b *background) giveUp(e *study.Study) tea.Cmd {
	var cmd tea.Cmd
	b.requests = slices.DeleteFunc(b.requests, func(r *request) bool {
		if r.of == e {
			return false
		}
		cmd = complain(errors.New("stopped " + r.doing + ": the scenario has changed"))
		return true
	})
	return cmd
}

// take notes that a task has ended and returns what follows.
func (b *background) take(m workedMsg) tea.Cmd {
	b.running = nil
	switch {
	case errors.Is(m.err, stdcontext.Canceled):
	case m.task.request != nil:
		return b.finish(m.task.request, m.err)
	case m.err != nil:
		if b.failed == nil {
			b.failed = map[*finding]*study.Study{}
		}
		b.failed[m.task.search] = m.task.of
	}
	return nil
}

// finish takes a request off the list, if it is still wanted.
func (b *background) finish(r *request, err error) tea.Cmd {
	i := slices.Index(b.requests, r)
	if i < 0 {
		return nil
	}
	b.requests = slices.Delete(b.requests, i, i+1)
	return send(readyMsg{r, err})
}

// says tells what a key asked for and is being worked out, "" for nothing.
func (b *background) says() string {
	if len(b.requests) == 0 {
		return ""
	}
	text := b.requests[0].doing
	if b.running != nil && b.running.search != nil {
		text += ": working out " + b.running.search.what
	}
	return text + " …"
}

// stop cancels what runs and forgets what was asked for.
func (b *background) stop() {
	b.requests = nil
	if b.running != nil {
		b.running.cancel()
	}
}
