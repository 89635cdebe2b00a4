package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creack/pty"
)

// machine runs what is measured.
type machine struct {
	dir  string // of the programs and the inputs
	runs int
}

func (m *machine) path(program string) string { return filepath.Join(m.dir, program) }

// figure is what a row has measured.
type figure struct {
	MS    float64 `json:"ms"`
	CPU   float64 `json:"cpu_ms,omitempty"` // of all processors, 0 where it was not measured
	Floor float64 `json:"floor_ms"`         // of the bare program in the same run
	MB    float64 `json:"mb,omitempty"`     // at most in memory, 0 where it was not measured
	Late  bool    `json:"late,omitempty"`   // whether it was given up after that time
}

func (f figure) ratio() float64 { return f.MS / f.Floor }

// command measures a whole process against one that does nothing.
func command(args ...string) func(*machine) (figure, error) {
	return func(m *machine) (figure, error) {
		return m.inTurn(
			func() (sample, error) { return m.process("runwhere", args...) },
			func() (sample, error) { return m.process("command") },
		)
	}
}

// difference measures how much longer one command takes than another.
func difference(longer, shorter []string) func(*machine) (figure, error) {
	return func(m *machine) (figure, error) {
		with, err := command(longer...)(m)
		if err != nil {
			return with, err
		}
		without, err := command(shorter...)(m)
		with.MS, with.CPU = with.MS-without.MS, with.CPU-without.CPU
		return with, err
	}
}

// frame measures how long it takes from the start until a text is on the
// screen that only a whole frame has.
func frame(text string, args ...string) func(*machine) (figure, error) {
	return func(m *machine) (figure, error) {
		return m.inTurn(
			func() (sample, error) { return m.firstFrame("runwhere", text, args...) },
			func() (sample, error) { return m.firstFrame("screen", "ready") },
		)
	}
}

// sample is one run.
type sample struct {
	ms, cpu, mb float64
	late        bool
}

// inTurn runs both programs in turn and returns their medians.
func (m *machine) inTurn(ours, bare func() (sample, error)) (figure, error) {
	var our, floor, cpu, memory []float64
	late := false
	began := time.Now()
	for i := range m.runs + 1 {
		a, err := ours()
		if err != nil {
			return figure{}, err
		}
		b, err := bare()
		if err != nil {
			return figure{}, err
		}
		if i == 0 && !a.late && time.Since(began) < mostOfRow/4 {
			continue // The first run fills the caches.
		}
		our, floor, late = append(our, a.ms), append(floor, b.ms), late || a.late
		cpu, memory = append(cpu, a.cpu), append(memory, a.mb)
		if time.Since(began) > mostOfRow || late {
			break
		}
	}
	return figure{MS: median(our), CPU: median(cpu), Floor: median(floor), MB: slices.Max(memory), Late: late}, nil
}

func median(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

// process runs a program to its end.
func (m *machine) process(program string, args ...string) (sample, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, m.path(program), args...)
	cmd.Stdout, cmd.Stderr = &out, &out
	began := time.Now()
	err := cmd.Run()
	took := sample{ms: milliseconds(time.Since(began)), mb: peakMB(cmd.ProcessState)}
	took.cpu = milliseconds(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime())
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		took.late = true
		return took, nil
	}
	if err != nil {
		return took, fmt.Errorf("%s %s: %w\n%s", program, strings.Join(args, " "), err, out.String())
	}
	return took, nil
}

// firstFrame starts a program in a terminal of 120 x 40 and ends it when the
// text has been drawn.
func (m *machine) firstFrame(program, text string, args ...string) (sample, error) {
	state, err := os.MkdirTemp(m.dir, "state")
	if err != nil {
		return sample{}, err
	}
	cmd := exec.Command(m.path(program), args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "XDG_STATE_HOME="+state)
	began := time.Now()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	if err != nil {
		return sample{}, err
	}
	give := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() }) // which ends the reading
	defer func() {
		give.Stop()
		_ = cmd.Process.Kill()
		_, _ = cmd.Process.Wait()
		tty.Close()
	}()
	var seen []byte
	part := make([]byte, 64<<10)
	for {
		n, err := tty.Read(part)
		seen = append(seen, part[:n]...)
		if bytes.Contains(seen, []byte(text)) {
			return sample{ms: milliseconds(time.Since(began))}, nil
		}
		if err != nil {
			break
		}
	}
	return sample{}, fmt.Errorf("%s never drew %q; it drew %q", program, text, seen)
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// benchmarkLine is a result of the go command.
var benchmarkLine = regexp.MustCompile(`(?m)^Benchmark\S+\s+\d+\s+([\d.]+) ns/op`)

// benchmark runs a Go benchmark of a package, whose floor is that of a command.
func benchmark(pkg, name string) func(*machine) (figure, error) {
	return func(m *machine) (figure, error) {
		pattern := "^Benchmark" + strings.ReplaceAll(name, "/", "$/^") + "$"
		out, err := exec.Command("go", "test", "-run", "^$", "-bench", pattern, "-benchtime", "0.5s", "-count", "5", pkg).CombinedOutput()
		if err != nil {
			return figure{}, fmt.Errorf("%w\n%s", err, out)
		}
		var ms, floor []float64
		for _, found := range benchmarkLine.FindAllSubmatch(out, -1) {
			ns, err := strconv.ParseFloat(string(found[1]), 64)
			if err != nil {
				return figure{}, err
			}
			bare, err := m.process("command")
			if err != nil {
				return figure{}, err
			}
			ms, floor = append(ms, ns/1e6), append(floor, bare.ms)
		}
		if len(ms) == 0 {
			return figure{}, fmt.Errorf("there is no benchmark %s", name)
		}
		return figure{MS: median(ms), Floor: median(floor)}, nil
	}
}
