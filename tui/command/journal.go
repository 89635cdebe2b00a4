package command

import (
	"os"
	"path/filepath"
	"sync"
	"time"

	"runwhere/tui/session"
)

// journal keeps the newest unsaved state of this session in a file of its own,
// beside those of other sessions. A lock tells which of them are alive.
type journal struct {
	dir, id string
	now     func() time.Time
	lock    *os.File   // nil where nothing can be kept
	trouble chan error // says once why something cannot be kept

	mu      sync.Mutex
	newest  *session.Unsaved
	closed  bool                // nothing is taken any more
	pending bool                // whether newest is still to be written
	taken   map[string]*os.File // sessions that this one goes on with, by their locks

	wake chan struct{}
	done chan struct{} // closed when the writer has ended
}

// The files of a session: its state, the next one while it is written, and the
// lock.
const (
	journalExt, journalNext, lockExt = ".journal", ".journal.new", ".lock"
)

// openJournal begins the journal of this session below a directory. Where
// nothing can be kept there it says so through Trouble.
func openJournal(dir string, err error, now func() time.Time) *journal {
	j := &journal{
		dir: dir, id: newSessionID(now()), now: now, trouble: make(chan error, 1), taken: map[string]*os.File{},
		wake: make(chan struct{}, 1), done: make(chan struct{}),
	}
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err == nil {
		j.lock, _, err = lockFile(j.path(j.id, lockExt))
	}
	if err != nil {
		j.complain(err)
	}
	go j.write()
	return j
}

func (j *journal) path(id, ext string) string { return filepath.Join(j.dir, id+ext) }

func (j *journal) complain(err error) {
	select {
	case j.trouble <- withoutPath(err):
	default:
	}
}

// Trouble implements tui.Journal.
func (j *journal) Trouble() <-chan error { return j.trouble }

// Keep implements tui.Journal.
func (j *journal) Keep(u *session.Unsaved) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return
	}
	j.newest, j.pending = u, true
	select {
	case j.wake <- struct{}{}:
	default: // The writer is about to look anyway.
	}
}

// write writes what is newest until the journal is closed.
func (j *journal) write() {
	defer close(j.done)
	for range j.wake {
		j.flush()
	}
	j.flush()
}

// flush writes what is newest, if that is not written yet.
func (j *journal) flush() {
	j.mu.Lock()
	u, pending := j.newest, j.pending
	j.pending = false
	j.mu.Unlock()
	if !pending || j.lock == nil {
		return
	}
	if err := j.put(u); err != nil {
		j.complain(err)
		return
	}
	j.mu.Lock()
	taken := j.taken
	j.taken = map[string]*os.File{}
	j.mu.Unlock()
	for id, lock := range taken { // its state is in this journal now
		j.remove(id, lock)
	}
}

// put makes a state that of the journal. It is there whole or not at all: a
// file of its own takes the place of the one before.
func (j *journal) put(u *session.Unsaved) error {
	if u == nil {
		return removed(j.path(j.id, journalExt))
	}
	if file, err := filepath.Abs(u.File); err == nil && u.File != "" {
		at := *u
		at.File, u = file, &at
	}
	data, err := encodeJournal(j.now(), u)
	if err != nil {
		return err
	}
	next := j.path(j.id, journalNext)
	if err := os.WriteFile(next, data, 0o600); err != nil {
		return err
	}
	return os.Rename(next, j.path(j.id, journalExt))
}

// close writes what is left to write and ends the journal. The state stays for
// the next start where it is to be kept.
func (j *journal) close(keep bool) {
	j.mu.Lock()
	j.closed = true
	close(j.wake)
	j.mu.Unlock()
	<-j.done
	for _, lock := range j.taken {
		unlock(lock)
	}
	if j.lock == nil {
		return
	}
	if !keep {
		_ = removed(j.path(j.id, journalExt))
	}
	_ = removed(j.path(j.id, lockExt))
	unlock(j.lock)
}

// remove forgets a session whose lock is held.
func (j *journal) remove(id string, lock *os.File) {
	for _, ext := range []string{journalExt, journalNext} {
		_ = removed(j.path(id, ext))
	}
	unlock(lock) // Windows removes no file that is open.
	_ = removed(j.path(id, lockExt))
}

// removed removes a file that need not be there.
func removed(name string) error {
	if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
		return err
	}
	return nil
}
