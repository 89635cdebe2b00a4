//go:build unix

package command

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"runwhere/model/scenario"
	"runwhere/tui"
	"runwhere/tui/session"
)

var afternoon = time.Date(2026, 11, 28, 14, 3, 0, 0, time.Local)

// begun opens a journal in a directory.
func begun(t *testing.T, dir string, now time.Time) *journal {
	t.Helper()
	j := openJournal(dir, nil, func() time.Time { return now })
	t.Cleanup(func() {
		if !j.closed {
			j.close(true)
		}
	})
	return j
}

// cut ends a journal as the death of its process does: the state that was kept
// stays, and the lock is gone.
func cut(t *testing.T, j *journal, u *session.Unsaved) {
	t.Helper()
	j.Keep(u)
	j.close(true)
}

// unsaved is a scenario of the given name with so many changes.
func unsaved(name, file string, original []byte, changes int) *session.Unsaved {
	return &session.Unsaved{File: file, Original: original, Scenario: scenario.Scenario{Name: scenario.Some(name)}, Changes: changes}
}

func TestASessionThatWasCutOffGoesOn(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "state", "sessions")
	original := []byte("runwhere: 1 # ours\n")
	orders := file(t, "orders.yaml", string(original))
	want := unsaved("orders", orders, original, 12)
	first := begun(t, dir, afternoon)
	first.Keep(unsaved("orders", orders, original, 11))
	cut(t, first, want)
	for path, mode := range map[string]os.FileMode{dir: 0o700, filepath.Dir(dir): 0o700, first.path(first.id, journalExt): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", path, info, err)
		}
	}

	second := begun(t, dir, afternoon.Add(time.Hour))
	if other, problems := second.Unfinished(file(t, "other.yaml", "")); len(other) != 0 || len(problems) != 0 {
		t.Errorf("offered for another file: %v, %v", other, problems)
	}
	link := filepath.Join(t.TempDir(), "link.yaml")
	if err := os.Symlink(orders, link); err != nil {
		t.Skip("no symbolic links here")
	}
	for _, name := range []string{"", orders, link} {
		got, problems := second.Unfinished(name)
		if len(got) != 1 || len(problems) != 0 || got[0].When != "14:03" || got[0].Note != "" || !reflect.DeepEqual(got[0].Unsaved, *want) {
			t.Fatalf("%q: %+v, %v", name, got, problems)
		}
	}
	got, _ := second.Unfinished("")
	third := begun(t, dir, afternoon.Add(24*time.Hour))
	if later, _ := third.Unfinished(""); len(later) != 1 || later[0].When != "28 Nov 14:03" {
		t.Errorf("a day later: %+v", later)
	}
	if err := second.Take(got[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := third.Take(got[0].ID); !errors.Is(err, tui.ErrTaken) {
		t.Errorf("taken by two: %v", err)
	}
	if err := third.Discard(got[0].ID); !errors.Is(err, tui.ErrTaken) {
		t.Errorf("discarded while another goes on with it: %v", err)
	}
	if list, _ := third.Unfinished(""); len(list) != 0 {
		t.Errorf("offered while another goes on with it: %v", list)
	}
	cut(t, second, unsaved("orders", orders, original, 13))
	list, problems := third.Unfinished("")
	if len(list) != 1 || len(problems) != 0 || list[0].Changes != 13 {
		t.Errorf("after it was cut off again: %+v, %v", list, problems)
	}
	if err := third.Discard(list[0].ID); err != nil {
		t.Error(err)
	}
	third.close(false)
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestALivingSessionIsNotOffered, nor one that ended with nothing unsaved.
func TestALivingSessionIsNotOffered(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	alive, ended, saved := begun(t, dir, afternoon), begun(t, dir, afternoon), begun(t, dir, afternoon)
	alive.Keep(unsaved("alive", "", nil, 1))
	ended.Keep(unsaved("ended", "", nil, 1))
	ended.close(false)
	saved.Keep(unsaved("saved", "", nil, 1))
	cut(t, saved, nil)
	if list, problems := begun(t, dir, afternoon).Unfinished(""); len(list) != 0 || len(problems) != 0 {
		t.Errorf("%+v, %v", list, problems)
	}
	alive.close(true)
	if list, _ := begun(t, dir, afternoon).Unfinished(""); len(list) != 1 || list[0].Scenario.Name.Or("") != "alive" {
		t.Errorf("%+v", list)
	}
}

// TestATornJournalIsKnown cuts a journal at every byte and changes each one.
func TestATornJournalIsKnown(t *testing.T) {
	t.Parallel()
	whole, err := encodeJournal(afternoon, unsaved("orders", "orders.yaml", []byte("x"), 3))
	if err != nil {
		t.Fatal(err)
	}
	at, u, err := decodeJournal(whole)
	if err != nil || !at.Equal(afternoon) || !reflect.DeepEqual(*u, *unsaved("orders", "orders.yaml", []byte("x"), 3)) {
		t.Errorf("%v %+v %v", at, u, err)
	}
	for i := range whole {
		torn := append([]byte{}, whole...)
		torn[i] ^= 0x20
		for _, data := range [][]byte{whole[:i], torn} {
			if _, u, err := decodeJournal(data); err == nil {
				t.Errorf("byte %d: %+v", i, u)
			}
		}
	}
	if _, _, err := decodeJournal([]byte("runwhere journal 2 x\n{}")); !errors.Is(err, errOtherJournal) {
		t.Errorf("another version: %v", err)
	}
}

func TestAJournalThatCannotBeReadIsKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{"torn": journalMark + "00\n{", "later": "runwhere journal 9 00\n"} {
		if err := os.WriteFile(filepath.Join(dir, name+journalExt), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list, problems := begun(t, dir, afternoon).Unfinished("")
	if len(list) != 0 || len(problems) != 2 || !strings.Contains(problems[0].Error(), "is of another version") || !strings.Contains(problems[1].Error(), "is damaged") {
		t.Errorf("%v, %v", list, problems)
	}
	for _, name := range []string{"torn", "later"} {
		if _, err := os.Stat(filepath.Join(dir, name+journalExt)); err != nil {
			t.Error(err)
		}
	}
}

func TestSessionsThatWereCutOffAreNotKeptForEver(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i := range mostSessions + 3 {
		cut(t, begun(t, dir, afternoon.Add(time.Duration(i)*time.Minute)), unsaved("x", "", nil, i+1))
	}
	cut(t, begun(t, dir, afternoon.Add(-oldestSession)), unsaved("old", "", nil, 1))
	j := begun(t, dir, afternoon.Add(time.Hour))
	list, problems := j.Unfinished("")
	if len(list) != mostSessions || list[0].Changes != mostSessions+3 || list[mostSessions-1].Changes != 4 {
		t.Errorf("%d sessions, %+v", len(list), list[0])
	}
	if len(problems) != 1 || !strings.Contains(problems[0].Error(), "4 unsaved sessions removed") {
		t.Errorf("%v", problems)
	}
	if again, problems := j.Unfinished(""); len(again) != mostSessions || len(problems) != 0 {
		t.Errorf("%d, %v", len(again), problems)
	}
}

// TestWhatBecameOfTheFileIsSaid tells a file that is as it was from one that
// changed, is gone, or holds what the session had.
func TestWhatBecameOfTheFileIsSaid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		now, note string
		offered   bool
	}{
		{"runwhere: 1\n", "", true},
		{"runwhere: 1\nname: theirs\n", "orders.yaml was changed by another program since", true},
		{"", "orders.yaml is not there any more", true},
		{"# saved\nrunwhere: 1\nname: ours\n", "", false},
		{"{", "orders.yaml was changed", true},
	} {
		dir, orders := t.TempDir(), file(t, "orders.yaml", c.now)
		if c.now == "" {
			_ = os.Remove(orders)
		}
		cut(t, begun(t, dir, afternoon), unsaved("ours", orders, []byte("runwhere: 1\n"), 1))
		list, problems := begun(t, dir, afternoon).Unfinished("")
		if len(problems) != 0 || (len(list) == 1) != c.offered {
			t.Errorf("%q: %+v, %v", c.now, list, problems)
			continue
		}
		if c.offered && (!strings.HasPrefix(list[0].Note, c.note) || c.note == "" && list[0].Note != "") {
			t.Errorf("%q: %q", c.now, list[0].Note)
		}
	}
}

func TestWithoutAPlaceNothingIsKept(t *testing.T) {
	t.Parallel()
	blocked := filepath.Join(file(t, "file", ""), "sessions")
	for _, j := range []*journal{
		openJournal(blocked, nil, time.Now),
		openJournal("", errors.New("there is no home directory"), time.Now),
	} {
		select {
		case err := <-j.Trouble():
			if err.Error() != "not a directory" && err.Error() != "there is no home directory" {
				t.Error(err)
			}
		case <-time.After(10 * time.Second):
			t.Error("nothing is said")
		}
		j.Keep(unsaved("x", "", nil, 1))
		if list, problems := j.Unfinished(""); len(list)+len(problems) != 0 {
			t.Errorf("%v, %v", list, problems)
		}
		j.close(true)
		j.Keep(nil) // after the end
		select {
		case err := <-j.Trouble():
			t.Errorf("said twice: %v", err)
		default:
		}
	}
}

// TestWhereStateIsKept sets the environment, so that it runs by itself.
func TestWhereStateIsKept(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", "/x/state")
	if dir, err := stateDir(); err != nil || dir != "/x/state/runwhere/sessions" {
		t.Errorf("%s, %v", dir, err)
	}
	t.Setenv("XDG_STATE_HOME", "not/absolute") // is to be ignored
	t.Setenv("HOME", "/home/ann")
	if dir, err := stateDir(); err != nil || !strings.HasPrefix(dir, "/home/ann/") || strings.Contains(dir, "absolute") {
		t.Errorf("%s, %v", dir, err)
	}
	t.Setenv("XDG_STATE_HOME", "")
	t.Setenv("HOME", "")
	if dir, err := stateDir(); err == nil {
		t.Errorf("without a home: %s", dir)
	}
}

// FuzzJournal reads any state behind a right checksum: nothing panics, and what
// is read is written to the same state.
func FuzzJournal(f *testing.F) {
	whole, err := encodeJournal(afternoon, unsaved("orders", "orders.yaml", []byte("x"), 3))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole[strings.IndexByte(string(whole), '\n')+1:])
	f.Add([]byte(`{"at":"2026-11-28T14:03:00Z","changes":-1,"scenario":"runwhere: 1\n","original":"","has_file":true}`))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, body []byte) {
		at, u, err := decodeJournal([]byte(journalMark + checksum(body) + "\n" + string(body)))
		if err != nil {
			return
		}
		again, err := encodeJournal(at, u)
		if err != nil {
			t.Fatal(err)
		}
		if _, back, err := decodeJournal(again); err != nil || !reflect.DeepEqual(back, u) {
			t.Fatalf("%v: %+v and %+v", err, back, u)
		}
	})
}
