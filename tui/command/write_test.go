//go:build unix

package command

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"runwhere/tui/session"
)

// folder makes a directory of files and returns a way to name what is in it.
func folder(t *testing.T, files map[string]string) func(string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return func(name string) string { return filepath.Join(dir, name) }
}

// fileHolds fails unless a file holds a text and its directory as many files.
func fileHolds(t *testing.T, path, text string, files int) {
	t.Helper()
	if data, err := os.ReadFile(path); err != nil || string(data) != text {
		t.Errorf("%s holds %q, %v; want %q", filepath.Base(path), data, err, text)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != files {
		t.Errorf("%v, %v; want %d files", left, err, files)
	}
}

func TestAFileIsWrittenThroughWhatLeadsToIt(t *testing.T) {
	t.Parallel()
	at := folder(t, map[string]string{"a": "old"})
	for link, target := range map[string]string{"soft": "a", "dangling": "made", "chain": "dangling"} {
		if err := os.Symlink(target, at(link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Link(at("a"), at("hard")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, real string }{{"soft", "a"}, {"hard", "a"}, {"a", "hard"}, {"chain", "made"}, {"dangling", "made"}} {
		if err := (disk{}).Write(at(c.name), []byte(c.name), session.OverAnything()); err != nil {
			t.Error(err)
		}
		want := 5
		if c.real == "made" {
			want = 6
		}
		fileHolds(t, at(c.real), c.name, want)
	}
	for _, link := range []string{"soft", "dangling", "chain"} {
		if info, err := os.Lstat(at(link)); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more", link)
		}
	}
	if !(disk{}).Same(at("a"), at("hard")) || !(disk{}).Same(at("soft"), at("a")) || (disk{}).Same(at("a"), at("made")) {
		t.Error("files are not told apart")
	}
	if err := os.Symlink("loop", at("loop")); err != nil {
		t.Fatal(err)
	}
	if err := (disk{}).Write(at("loop"), nil, session.OverAnything()); err == nil || strings.Contains(err.Error(), "stat ") {
		t.Errorf("a link to itself: %v", err)
	}
}

// TestRightsOfAFileAreKept: modes that the mask of the process would cut, and
// files that are not to be written, even where root could.
func TestRightsOfAFileAreKept(t *testing.T) {
	t.Parallel()
	at := folder(t, map[string]string{"shared": "old", "fixed": "old"})
	if err := os.Chmod(at("shared"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(at("fixed"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := (disk{}).Write(at("shared"), []byte("new"), session.OverAnything()); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(at("shared")); err != nil || info.Mode().Perm() != 0o666 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	fileHolds(t, at("shared"), "new", 2)
	if err := (disk{}).Write(at("fixed"), []byte("new"), session.OverAnything()); !errors.Is(err, errReadOnly) {
		t.Errorf("a read-only file: %v", err)
	}
	fileHolds(t, at("fixed"), "old", 2)
}

// TestAnotherOwnersFileStaysTheirs needs root, who can make such a file.
func TestAnotherOwnersFileStaysTheirs(t *testing.T) {
	t.Parallel()
	at := folder(t, map[string]string{"theirs": "old"})
	if err := os.Chown(at("theirs"), 12345, 12345); err != nil {
		t.Skip("only root gives files away")
	}
	if err := (disk{}).Write(at("theirs"), []byte("new"), session.OverAnything()); err != nil {
		t.Error(err)
	}
	info, err := os.Stat(at("theirs"))
	if err != nil {
		t.Fatal(err)
	}
	if stat := info.Sys().(*syscall.Stat_t); stat.Uid != 12345 || stat.Gid != 12345 || info.Mode().Perm() != 0o600 {
		t.Errorf("owner %d:%d, mode %v", stat.Uid, stat.Gid, info.Mode())
	}
	fileHolds(t, at("theirs"), "new", 1)
}

func TestWhatIsExpectedIsComparedBeforeItIsReplaced(t *testing.T) {
	t.Parallel()
	at := folder(t, map[string]string{"a": "theirs"})
	for _, c := range []struct {
		file    string
		over    session.Over
		found   string
		missing bool
	}{
		{"a", session.OverNothing(), "theirs", false},
		{"a", session.OverThese([]byte("mine")), "theirs", false},
		{"b", session.OverThese([]byte("mine")), "", true},
	} {
		err := disk{}.Write(at(c.file), []byte("new"), c.over)
		var found *session.FoundError
		if !errors.As(err, &found) || string(found.Data) != c.found || found.Missing != c.missing {
			t.Errorf("%+v: %v", c, err)
		}
	}
	fileHolds(t, at("a"), "theirs", 1)
	if err := (disk{}).Write(at("a"), []byte("new"), session.OverThese([]byte("theirs"))); err != nil {
		t.Error(err)
	}
	fileHolds(t, at("a"), "new", 1)
}

// TestWritingInPlacePutsBackWhatWasThere fills the largest file that the process
// may write, as a full disk would. A process of its own has that limit.
func TestWritingInPlacePutsBackWhatWasThere(t *testing.T) {
	t.Parallel()
	if path := os.Getenv("RUNWHERE_TEST_FULL"); path != "" {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 100, Max: 100}); err != nil {
			t.Fatal(err)
		}
		if err := (disk{}).Write(path, make([]byte, 200), session.OverAnything()); err == nil {
			t.Error("more is written than there is room for")
		}
		return
	}
	at := folder(t, map[string]string{"a": "old"})
	if err := os.Link(at("a"), at("b")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], "-test.run", "^TestWritingInPlacePutsBackWhatWasThere$")
	cmd.Env = append(os.Environ(), "RUNWHERE_TEST_FULL="+at("a"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	fileHolds(t, at("b"), "old", 2)
	if err := os.Remove(at("b")); err != nil {
		t.Fatal(err)
	}
	cmd = exec.Command(os.Args[0], "-test.run", "^TestWritingInPlacePutsBackWhatWasThere$")
	cmd.Env = append(os.Environ(), "RUNWHERE_TEST_FULL="+at("a"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	fileHolds(t, at("a"), "old", 1)
}

// TestASignalWaitsForTheFile asks a process of its own to end while it writes:
// it finishes the file and then ends as the signal says.
func TestASignalWaitsForTheFile(t *testing.T) {
	t.Parallel()
	if path := os.Getenv("RUNWHERE_TEST_SIGNAL"); path != "" {
		release := holdSignals()
		raise(syscall.SIGTERM)
		for range 1000 { // Long enough for a signal that is not held.
			syscall.Getppid()
		}
		if err := (disk{}).Write(path, []byte("whole"), session.OverNothing()); err != nil {
			t.Error(err)
		}
		release()
		select {}
	}
	at := folder(t, nil)
	cmd := exec.Command(os.Args[0], "-test.run", "^TestASignalWaitsForTheFile$")
	cmd.Env = append(os.Environ(), "RUNWHERE_TEST_SIGNAL="+at("a"))
	err := cmd.Run()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGTERM {
		t.Errorf("ends with %v", err)
	}
	fileHolds(t, at("a"), "whole", 1)
}

func TestAPipeIsWrittenTo(t *testing.T) {
	t.Parallel()
	at := folder(t, nil)
	if err := syscall.Mkfifo(at("pipe"), 0o600); err != nil {
		t.Skip("no named pipes here")
	}
	read := make(chan string)
	go func() {
		f, err := os.Open(at("pipe"))
		if err != nil {
			read <- err.Error()
			return
		}
		defer f.Close()
		data, _ := io.ReadAll(f)
		read <- string(data)
	}()
	must(t, "", "new", "-o", at("pipe"))
	if got := <-read; got != must(t, "", "new") {
		t.Errorf("the pipe carries %q", got)
	}
	if out := must(t, "", "new", "-o", "/dev/stdout"); out != must(t, "", "new") {
		t.Errorf("/dev/stdout is not standard output: %q", out)
	}
}

// TestOutputIsNeverAnInput tries every command that has -o, by every way that
// a file can be named, with --force too.
func TestOutputIsNeverAnInput(t *testing.T) {
	t.Parallel()
	scenario := must(t, "", "new", "--preset", "scenario-b")
	files := map[string]string{
		"a.yaml": scenario, "b.yaml": strings.Replace(scenario, "50M", "40M", 1), "w.yaml": "priority: 3\n",
		"p.yaml":    "provider: aws\ncollected: 2026-10-02\nsources: {s: x}\nprices: [{id: lambda.requests, usd: {us-east-1: 1}, source: s, as_of: 2026-10-01}]\n",
		"case.yaml": "cases: []\n", "offer.json": "{}",
	}
	at := folder(t, files)
	for _, command := range []string{
		"eval @a.yaml -o", "eval @a.yaml --prices @p.yaml -f json -o", "eval @a.yaml --weights @w.yaml -o", "eval @b.yaml @a.yaml -f csv -o",
		"merge @a.yaml @b.yaml -o", "parity @a.yaml -o", "migrate @a.yaml -o", "merge @a.yaml @b.yaml --write", "merge @a.yaml @b.yaml --prices @p.yaml --write",
		"backtest @case.yaml -o", "prices update @offer.json -o",
	} {
		args := strings.Fields(strings.ReplaceAll(command, "@", at("")+"/"))
		for _, input := range args {
			if !strings.HasPrefix(input, at("")) {
				continue
			}
			soft, hard := at("soft"), at("hard")
			if os.Symlink(input, soft) != nil || os.Link(input, hard) != nil {
				t.Skip("no links here")
			}
			for _, name := range []string{input, at("") + "/../" + filepath.Base(at("")) + "/" + filepath.Base(input), soft, hard} {
				o := execute("", append(args, name, "--force")...)
				if o.code != exitWrong || !strings.Contains(o.errors, "is read by this command") || strings.Count(o.errors, "\n") != 1 {
					t.Errorf("%s %s: %d %s", command, name, o.code, o.errors)
				}
			}
			os.Remove(soft)
			os.Remove(hard)
		}
	}
	for name, text := range files {
		fileHolds(t, at(name), text, len(files))
	}
	f, err := os.Open(at("a.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var errs strings.Builder
	if code := run([]string{"eval", "-", "--force", "-o", at("a.yaml")}, f, io.Discard, &errs); code != exitWrong {
		t.Errorf("standard input from the file: %d %s", code, errs.String())
	}
}

// TestAFileIsReplacedOnlyByForce tries every command that has -o.
func TestAFileIsReplacedOnlyByForce(t *testing.T) {
	t.Parallel()
	scenario := must(t, "", "new", "--preset", "scenario-b")
	at := folder(t, map[string]string{"a.yaml": scenario, "b.yaml": scenario, "out": "kept"})
	public, err := filepath.Abs("testdata/cases/public.yaml")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	commands := []string{
		"eval @a.yaml -o", "new -o", "article -o", "backtest " + public + " -o",
		"merge @a.yaml @b.yaml -o", "parity @a.yaml -o", "migrate @a.yaml -o", "merge @a.yaml @b.yaml --write", "prices update " + offerPath("aws-lambda-us-east-1.json") + " -o",
	}
	for _, command := range commands {
		args := append(strings.Fields(strings.ReplaceAll(command, "@", at("")+"/")), at("out"))
		o := execute("", args...)
		if o.code != exitWrong || o.errors != "runwhere: "+at("out")+": exists already; --force replaces it\n" || o.out != "" {
			t.Errorf("%s: %d %q", command, o.code, o.errors)
		}
		fileHolds(t, at("out"), "kept", 3)
		if strings.HasPrefix(command, "backtest") {
			continue // Takes long, and writes as the others do.
		}
		if o := execute("", append(args, "--force")...); o.code != exitDone {
			t.Errorf("%s --force: %d %s", command, o.code, o.errors)
		}
		if data, err := os.ReadFile(at("out")); err != nil || len(data) < 100 {
			t.Errorf("%s --force writes %q, %v", command, data, err)
		}
		if err := os.WriteFile(at("out"), []byte("kept"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all := (&program{}).command().Commands()
	for i := 0; i < len(all); i++ {
		all = append(all, all[i].Commands()...)
		c := all[i]
		if c.Flags().Lookup("output") != nil {
			count++
			if c.Flags().Lookup("force") == nil {
				t.Errorf("%s has -o and no --force", c.CommandPath())
			}
		}
	}
	if count != len(commands)-1 { // merge is there twice
		t.Errorf("%d commands have -o, and %d were tried", count, len(commands)-1)
	}
}
