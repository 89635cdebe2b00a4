package command

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui"
	"runwhere/tui/session"
)

// How many sessions that were cut off are kept, and for how long.
const (
	mostSessions  = 20
	oldestSession = 90 * 24 * time.Hour
)

// stateDir is where the system keeps the state of programs: what is worth
// keeping between two starts and is no document.
func stateDir() (string, error) {
	const name = "runwhere"
	if dir := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, name, "sessions"), nil
	}
	if dir := os.Getenv("LocalAppData"); runtime.GOOS == "windows" && dir != "" {
		return filepath.Join(dir, name, "sessions"), nil
	}
	home, err := os.UserHomeDir()
	switch {
	case err != nil:
		return "", errors.New("there is no home directory")
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Application Support", name, "sessions"), nil
	case runtime.GOOS == "windows":
		return filepath.Join(home, "AppData", "Local", name, "sessions"), nil
	}
	return filepath.Join(home, ".local", "state", name, "sessions"), nil
}

// newSessionID names a session as no other one is: by time, process and chance.
func newSessionID(now time.Time) string {
	return now.UTC().Format("20060102-150405") + "-" + strconv.Itoa(os.Getpid()) + "-" + strconv.FormatUint(rand.Uint64(), 36)
}

// Unfinished implements tui.Journal. Sessions that are alive are left alone.
func (j *journal) Unfinished(file string) ([]session.Unfinished, []error) {
	entries, err := os.ReadDir(j.dir)
	if err != nil {
		return nil, nil // There are none, or Trouble says why.
	}
	var (
		found    []cutOff
		problems []error
	)
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), journalExt); ok {
			c, err := j.read(id)
			if err != nil {
				problems = append(problems, err)
			} else if c != nil {
				found = append(found, *c)
			}
		}
		j.sweep(e)
	}
	slices.SortFunc(found, func(a, b cutOff) int { return b.at.Compare(a.at) })
	var list []session.Unfinished
	old := 0
	for i, c := range found {
		switch {
		case i >= mostSessions || j.now().Sub(c.at) > oldestSession:
			if j.Discard(c.ID) == nil {
				old++
			}
		case file == "" || c.File != "" && (disk{}).Same(file, c.File):
			list = append(list, c.Unfinished)
		}
	}
	if old > 0 {
		problems = append(problems, fmt.Errorf("%d unsaved sessions removed: the newest %d are kept, for 90 days", old, mostSessions))
	}
	return list, problems
}

// cutOff is a session that was cut off and when.
type cutOff struct {
	session.Unfinished
	at time.Time
}

// read returns a session that was cut off, nil for one that is alive or has
// nothing that its file does not hold.
func (j *journal) read(id string) (*cutOff, error) {
	lock, free, err := lockFile(j.path(id, lockExt))
	if err != nil || !free {
		return nil, nil //nolint:nilerr // what cannot be told from a living one is left alone
	}
	data, err := os.ReadFile(j.path(id, journalExt))
	if err != nil {
		unlock(lock)
		return nil, fmt.Errorf("an unsaved session cannot be read: %w", withoutPath(err))
	}
	at, u, err := decodeJournal(data)
	if err != nil {
		unlock(lock)
		return nil, fmt.Errorf("an unsaved session %w; it stays in %s", err, j.path(id, journalExt))
	}
	note, same := since(u)
	if same {
		j.remove(id, lock)
		return nil, nil
	}
	unlock(lock)
	return &cutOff{session.Unfinished{ID: id, When: j.when(at), Note: note, Unsaved: *u}, at}, nil
}

// when writes a time of today as 14:03 and another one with its day.
func (j *journal) when(at time.Time) string {
	at, now := at.Local(), j.now().Local()
	if at.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return at.Format("15:04")
	}
	return at.Format("2 Jan 15:04")
}

// since says what became of a session's file after its last change, and whether
// that now holds what the session had.
func since(u *session.Unsaved) (note string, same bool) {
	if u.File == "" {
		return "", false
	}
	name := filepath.Base(u.File)
	info, err := os.Stat(u.File)
	if err != nil {
		return name + " is not there any more.", false
	}
	if !info.Mode().IsRegular() {
		return "", false
	}
	data, err := disk{}.Read(u.File)
	if err != nil {
		return name + " cannot be read any more.", false
	}
	if string(data) == string(u.Original) {
		return "", false
	}
	if !scenariofile.IsRecord(data) && scenariofile.CheckReadBack(data, u.Scenario) == nil {
		return "", true
	}
	return name + " was changed by another program since: saving asks before it writes over that.", false
}

// sweep removes what sessions left behind that have no state.
func (j *journal) sweep(e os.DirEntry) {
	id, isLock := strings.CutSuffix(e.Name(), lockExt)
	if !isLock {
		return
	}
	info, err := e.Info()
	if err != nil || j.now().Sub(info.ModTime()) < 24*time.Hour { // not one that just begins
		return
	}
	if _, err := os.Stat(j.path(id, journalExt)); err == nil {
		return
	}
	if lock, free, err := lockFile(j.path(id, lockExt)); err == nil && free {
		j.remove(id, lock)
	}
}

// Take implements tui.Journal.
func (j *journal) Take(id string) error {
	lock, err := j.claim(id)
	if err != nil {
		return err
	}
	j.mu.Lock()
	j.taken[id] = lock
	j.mu.Unlock()
	return nil
}

// Discard implements tui.Journal.
func (j *journal) Discard(id string) error {
	lock, err := j.claim(id)
	if err == nil {
		j.remove(id, lock)
	}
	return err
}

// claim locks a session that was cut off, which another window may have taken.
func (j *journal) claim(id string) (*os.File, error) {
	lock, free, err := lockFile(j.path(id, lockExt))
	if err != nil {
		return nil, withoutPath(err)
	}
	if !free {
		return nil, tui.ErrTaken
	}
	if _, err := os.Stat(j.path(id, journalExt)); err != nil {
		j.remove(id, lock)
		return nil, tui.ErrTaken
	}
	return lock, nil
}
