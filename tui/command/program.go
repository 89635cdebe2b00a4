// Package command is the command line: arguments, files, the terminal, the
// journal and the environment, one file a command. It is the only package that
// knows them; every other one takes values and returns values. What a command
// prints is put into words in model/report, what a screen shows in tui.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"charm.land/fang/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"runwhere/model/quantity"
	"runwhere/model/visible"
)

const version = "0.1.0"

// The exit codes. 1 is the answer "no" of a command that is asked a question:
// seek found no value.
const (
	exitDone  = 0
	exitNo    = 1
	exitWrong = 2 // bad usage or input
)

// Main runs the program with the arguments and streams of its process and
// returns its exit code.
func Main() int {
	// A process that lives for milliseconds and holds a few MB has better to do
	// than collect garbage: a sixth of an evaluation's time went there.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	// A reader that goes away is an error of writing and not the end by a signal.
	signal.Ignore(syscall.SIGPIPE)
	return run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
}

// run is the whole program: it returns its exit code, and whatever is wrong is
// one line on stderr.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := newProgram(stdin, stdout, stderr)
	root := p.command()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetErr(p.stderr)
	err := fang.Execute(context.Background(), root, fang.WithVersion(version), fang.WithoutManpage(),
		fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
	var ended endedBy
	if errors.As(p.err, &ended) {
		return signalCode(ended.signal)
	}
	if err = p.outcome(err); err != nil {
		p.note(oneLine(err))
		return exitWrong
	}
	if p.no {
		return exitNo
	}
	return exitDone
}

// program is one run of the program.
type program struct {
	stdin  io.Reader
	stdout io.Writer // the stream itself, to ask what it is
	out    *stream   // the same, to write to
	stderr io.Writer
	err    error // what went wrong
	no     bool  // whether the answer to what was asked is "no"

	overlays []string // the files of --prices
}

func newProgram(stdin io.Reader, stdout, stderr io.Writer) *program {
	return &program{stdin: stdin, stdout: stdout, out: &stream{w: stdout}, stderr: safeWriter{stderr, visible.Text}}
}

// do makes a command's work of a function. The error is kept here and not
// returned: fang would ask the terminal for its colours before showing it.
func (p *program) do(work func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		p.err = work(cmd, args)
		return nil
	}
}

// note says something beside the output, a line on standard error.
func (p *program) note(text string) {
	fmt.Fprintln(p.stderr, "runwhere: "+visible.Line(redacted(text)))
}

// command returns the tree of commands.
func (p *program) command() *cobra.Command {
	root := p.rootCommand()
	root.AddCommand(p.evalCommand(), p.chartCommand(), p.articleCommand(), p.pricesCommand(), p.newCommand(), p.backtestCommand(), p.mergeCommand(), p.migrateCommand(), p.parityCommand(), p.seekCommand(), p.versionCommand())
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		p.err = flagError(cmd, err)
		return nil
	})
	root.SetOut(p.helpWriter())
	root.SetHelpCommand(p.helpCommand())
	p.addCompletion(root)
	return root
}

// flagError says what is wrong with a flag, and which one may be meant.
func flagError(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		return fmt.Errorf("--%s: %s: not a %s", invalid.GetFlag().Name, invalid.GetValue(), typeName(invalid.GetFlag().Value.Type()))
	}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return err
	}
	if words := cmd.Flags().Args(); !cmd.HasParent() && len(words) > 0 {
		if err := mistyped(cmd, words[0]); err != nil { // its flag is likely another command's
			return err
		}
	}
	if shorts := unknown.GetSpecifiedShortnames(); shorts != "" && shorts[0] >= '0' && shorts[0] <= '9' {
		return fmt.Errorf("-%s: negative; quantities are 0 or more", shorts)
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	text := err.Error()
	if near := quantity.Nearest(unknown.GetSpecifiedName(), names); near != "" {
		text += "; did you mean --" + near + "?"
	}
	return errors.New(text + " (" + cmd.CommandPath() + " --help lists the flags)")
}

// typeName is the type of a flag in words.
func typeName(name string) string {
	switch name {
	case "int":
		return "whole number"
	case "uint64":
		return "whole number from 0 to 18446744073709551615"
	case "bool":
		return "yes or no"
	}
	return name
}

// colored reports whether output may carry colours: on a terminal that can
// show them, unless NO_COLOR has any value.
func (p *program) colored() bool {
	return isTerminal(p.stdout) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(term.File)
	return ok && term.IsTerminal(f.Fd())
}
