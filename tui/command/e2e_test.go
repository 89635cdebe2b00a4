package command

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal is the real program on a real pseudo-terminal with a screen that
// can be read.
type terminal struct {
	t      *testing.T
	tty    *os.File
	screen *vt.SafeEmulator
	cmd    *exec.Cmd
	mu     sync.Mutex
	raw    bytes.Buffer
	done   chan error
}

func startTerminal(t *testing.T, w, h uint16, args ...string) *terminal {
	t.Helper()
	return startBinary(t, buildBinary(t), t.TempDir(), w, h, args...)
}

func buildBinary(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "runwhere")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return binary
}

// startBinary starts the program in a directory, which is its home too.
func startBinary(t *testing.T, binary, dir string, w, h uint16, args ...string) *terminal {
	t.Helper()
	term := &terminal{t: t, screen: vt.NewSafeEmulator(int(w), int(h)), cmd: exec.Command(binary, args...), done: make(chan error, 1)}
	term.cmd.Dir = dir
	term.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "NO_COLOR=", "TMUX=", "XDG_STATE_HOME="+dir, "HOME="+dir)
	tty, err := pty.StartWithSize(term.cmd, &pty.Winsize{Rows: h, Cols: w})
	if err != nil {
		t.Fatal(err)
	}
	term.tty = tty
	go term.read()
	go io.Copy(tty, term.screen) // the terminal's answers to the program's questions
	t.Cleanup(func() { _ = term.cmd.Process.Kill(); _ = tty.Close() })
	return term
}

func (p *terminal) read() {
	buffer := make([]byte, 64<<10)
	for {
		n, err := p.tty.Read(buffer)
		if n > 0 {
			p.mu.Lock()
			p.raw.Write(buffer[:n])
			_, _ = p.screen.Write(buffer[:n])
			p.mu.Unlock()
		}
		if err != nil {
			p.done <- p.cmd.Wait()
			return
		}
	}
}

func (p *terminal) send(keys string) {
	p.t.Helper()
	if _, err := p.tty.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
}

// shown is the text on the screen.
func (p *terminal) shown() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.screen.String()
}

// await waits until the screen shows a text.
func (p *terminal) await(text string) {
	p.t.Helper()
	for range 400 {
		if strings.Contains(p.shown(), text) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	p.t.Fatalf("the screen never shows %q:\n%s", text, p.shown())
}

// exit waits for the end and returns all that the process wrote, and its error.
func (p *terminal) exit() (string, error) {
	p.t.Helper()
	select {
	case err := <-p.done:
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.raw.String(), err
	case <-time.After(10 * time.Second):
		p.t.Fatalf("the program does not end:\n%s", p.shown())
		return "", nil
	}
}

// restored fails unless the program left the alternate screen and showed the
// cursor again after it had last hidden it.
func (p *terminal) restored(raw string) {
	p.t.Helper()
	for _, pair := range [][2]string{{"\x1b[?1049h", "\x1b[?1049l"}, {"\x1b[?25l", "\x1b[?25h"}} {
		if on, off := strings.LastIndex(raw, pair[0]), strings.LastIndex(raw, pair[1]); on > off {
			p.t.Errorf("%q is never undone by %q", pair[0], pair[1])
		}
	}
}

func TestTenDigitsLeadToTheChart(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	p := startTerminal(t, 120, 40)
	p.await("question 1 of 10")
	for range 10 {
		p.send("1")
	}
	p.await("Monthly cost by volume")
	p.await("verdict")
	p.send("?")
	p.await("Help")
	p.send("\x1b")
	p.await("Monthly cost by volume")
	p.send("\t\t")
	p.await("Ranking")
	p.send("\x03")
	raw, err := p.exit()
	if err != nil {
		t.Errorf("ctrl+c: %v", err)
	}
	p.restored(raw)
}

func TestInterruptRestoresTheTerminalAnywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	for _, keys := range []string{"", "\x10", "\t", "\t\t=", "\t\tx", "?"} {
		p := startTerminal(t, 80, 24)
		p.await("question 1 of 10")
		p.send(keys)
		time.Sleep(100 * time.Millisecond)
		p.send("\x03")
		raw, _ := p.exit()
		p.restored(raw)
	}
}
