package command

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// brokenOutput is a standard output of which every write fails.
type brokenOutput struct{ err error }

func (b brokenOutput) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "/dev/stdout", Err: b.err}
}

// printing are command lines that print something, @ before a scenario file.
var printing = []string{
	"--help", "--version", "help", "help eval", "eval --help", "prices --help", "prices quote --help", "completion", "completion bash", "completion zsh --help",
	"eval @", "eval @ --format json", "eval @ --format md", "eval @ --format csv", "eval @ --sweep requests_per_month=1M..2M/3", "chart @", "seek @ requests_per_month", "seek @ requests_per_month --format json",
	"merge @ testdata/scenarios/hybrid.yaml", "new", "new --preset scenario-b", "article", "article --format json", "backtest testdata/cases/public.yaml",
	"prices", "prices list", "prices list --format json", "prices show lambda.requests", "prices quote lambda.requests 5", "prices verify", "prices verify --format json",
	"prices update testdata/offers/aws-states-us-east-1.json",
}

// What could not be written is no success: one line on standard error and exit
// code 2. A reader that goes away, as head does, has seen enough.
func TestOutputThatFails(t *testing.T) {
	t.Parallel()
	scenario := presetFile(t, "scenario-b")
	for _, c := range []struct {
		err    error
		code   int
		errors string
	}{
		{syscall.ENOSPC, exitWrong, "runwhere: standard output: " + syscall.ENOSPC.Error() + "\n"},
		{syscall.EBADF, exitWrong, "runwhere: standard output: " + syscall.EBADF.Error() + "\n"},
		{fs.ErrClosed, exitWrong, "runwhere: standard output: " + fs.ErrClosed.Error() + "\n"},
		{syscall.EPIPE, exitDone, ""},
	} {
		for _, line := range printing {
			args := strings.Fields(strings.ReplaceAll(line, "@", scenario))
			var errs bytes.Buffer
			code := run(args, strings.NewReader(""), brokenOutput{c.err}, &errs)
			if code != c.code || errs.String() != c.errors {
				t.Errorf("runwhere %s with %v: exit code %d and %q, want %d and %q", line, c.err, code, errs.String(), c.code, c.errors)
			}
		}
	}
}

// The real program with a device that is full, and in front of a reader that
// reads one line.
func TestStandardOutputOfTheProgram(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("needs /dev/full")
	}
	binary := filepath.Join(t.TempDir(), "runwhere")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, args := range [][]string{{"--help"}, {"article"}} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Skip(err)
		}
		var errs bytes.Buffer
		cmd := exec.Command(binary, args...)
		cmd.Stdout, cmd.Stderr = full, &errs
		_ = cmd.Run()
		_ = full.Close()
		if code := cmd.ProcessState.ExitCode(); code != exitWrong || errs.String() != "runwhere: standard output: no space left on device\n" {
			t.Errorf("%v > /dev/full: exit code %d, %s", args, code, &errs)
		}
		// A pipe whose reader is gone before the first byte.
		reader, writer, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		_ = reader.Close()
		errs.Reset()
		cmd = exec.Command(binary, args...)
		cmd.Stdout, cmd.Stderr = writer, &errs
		_ = cmd.Run()
		_ = writer.Close()
		if code := cmd.ProcessState.ExitCode(); code != exitDone || errs.Len() > 0 {
			t.Errorf("%v | nobody: exit code %d, %s", args, code, &errs)
		}
	}
}
