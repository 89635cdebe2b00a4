package command

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"time"

	"runwhere/tui"
)

// patience is how long the screens have to end after a signal, and files that
// are being written when the screens have ended.
const patience = 2 * time.Second

// runScreens shows the screens until they are left or a signal comes. What is
// unsaved then is kept for the next start, unless somebody gave it up.
func (p *program) runScreens(c tui.Config) error {
	dir, err := stateDir()
	j := openJournal(dir, err, time.Now)
	c.Journal = j
	ctx, caught := untilSignal()
	unsaved, err := tui.Run(ctx, c)
	finishWriting(patience)
	j.close(unsaved)
	if s := caught(); s != nil {
		return endedBy{s}
	}
	if err == nil && unsaved && j.lock != nil {
		p.note("unsaved changes are kept: the next start offers to go on with them")
	}
	return err
}

// endedBy says that a signal ended the program: that is told by the exit code.
type endedBy struct{ signal os.Signal }

func (e endedBy) Error() string { return "ended by " + e.signal.String() }

// untilSignal returns a context that is done when a signal asks the program to
// end, and what tells which one did. If the program then does not end by itself,
// it ends all the same.
func untilSignal() (ctx context.Context, caught func() os.Signal) {
	ctx, cancel := context.WithCancel(context.Background())
	var first atomic.Pointer[os.Signal]
	came := make(chan os.Signal, 1)
	for _, s := range endings {
		if !signal.Ignored(s) { // as nohup does
			signal.Notify(came, s)
		}
	}
	go func() {
		for s := range came {
			if first.CompareAndSwap(nil, &s) {
				cancel()
				time.AfterFunc(patience, func() { os.Exit(signalCode(s)) })
			}
		}
	}()
	return ctx, func() os.Signal {
		if s := first.Load(); s != nil {
			return *s
		}
		return nil
	}
}
