package command

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"runwhere/model/visible"
)

// stream is where output goes. It keeps the first error that it meets, for not
// everything that writes says so: a help text that nobody could read is no success.
type stream struct {
	w   io.Writer
	err error
}

func (s *stream) Write(text []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.w.Write(text)
	s.err = err
	return n, err
}

// safeWriter lets nothing through that a terminal would act on, whatever a text
// came from. What writes through it writes whole characters and sequences at once.
type safeWriter struct {
	w    io.Writer
	safe func(string) string
}

func (s safeWriter) Write(text []byte) (int, error) {
	if _, err := io.WriteString(s.w, s.safe(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// coloredTerminal is a terminal with a writer before it: colours are chosen by
// what the terminal can show.
type coloredTerminal struct {
	term.File
	w io.Writer
}

func (t coloredTerminal) Write(text []byte) (int, error) { return t.w.Write(text) }

// helpWriter is where help goes, with colours on a terminal that shows them.
func (p *program) helpWriter() io.Writer {
	f, ok := p.stdout.(term.File)
	if !ok || !p.colored() {
		return safeWriter{p.out, func(text string) string { return visible.Text(ansi.Strip(text)) }}
	}
	return coloredTerminal{f, safeWriter{p.out, visible.StyledText}}
}

// brokenPipe reports whether a reader went away, as head does when it has seen
// enough. Nothing is wrong with that.
func brokenPipe(err error) bool {
	const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232) // of Windows
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) ||
		runtime.GOOS == "windows" && (errors.Is(err, brokenPipe) || errors.Is(err, noData))
}

// outcome is the error of a run: what its command says, and else what was wrong
// with standard output, which not every part of a command reports.
func (p *program) outcome(err error) error {
	if p.err != nil {
		err = p.err
	}
	switch {
	case p.out.err == nil:
		return err
	case brokenPipe(p.out.err) && (err == nil || brokenPipe(err)):
		return nil
	case err == nil || errors.Is(err, p.out.err):
		return fmt.Errorf("standard output: %w", withoutPath(p.out.err))
	}
	return err
}

// oneLine makes one line for a terminal of an error: the first of several.
func oneLine(err error) string {
	var several interface{ Unwrap() []error }
	if errors.As(err, &several) {
		all := several.Unwrap()
		text := oneLine(all[0])
		if n := len(all) - 1; n > 0 {
			text += " (and " + strconv.Itoa(n) + " more)"
		}
		return text
	}
	return visible.Line(strings.ReplaceAll(err.Error(), "\n", " "))
}
