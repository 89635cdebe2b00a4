package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	scenariofile "runwhere/model/scenario/file"
)

// outcome is what one run left behind.
type outcome struct {
	code        int
	out, errors string
}

// execute runs the program in this process, with a text as standard input.
func execute(stdin string, args ...string) outcome {
	var out, errs bytes.Buffer
	code := run(args, strings.NewReader(stdin), &out, &errs)
	return outcome{code, out.String(), errs.String()}
}

// must runs the program and fails unless it is done without a word on
// standard error, but for what it says of defaults that have changed.
func must(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	o := execute(stdin, args...)
	if o.code != exitDone || withoutChanges(o.errors) != "" {
		t.Fatalf("runwhere %s: exit code %d, standard error %q", strings.Join(args, " "), o.code, o.errors)
	}
	return o.out
}

// withoutChanges is what was said on standard error besides changed defaults.
func withoutChanges(said string) string {
	var rest strings.Builder
	for line := range strings.Lines(said) {
		if !strings.Contains(line, "whose defaults changed on") && !strings.Contains(line, " until 2026-") && !strings.Contains(line, "leaves nothing out") {
			rest.WriteString(line)
		}
	}
	return rest.String()
}

// decoded reads JSON into maps and slices.
func decoded(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("not JSON: %v\n%s", err, text)
	}
	return v
}

// at walks decoded JSON along keys (string) and indices (int).
func at(t *testing.T, v any, path ...any) any {
	t.Helper()
	for i, step := range path {
		switch step := step.(type) {
		case string:
			object, ok := v.(map[string]any)
			if !ok {
				t.Fatalf("%v: not an object", path[:i])
			}
			if v, ok = object[step]; !ok {
				t.Fatalf("%v: no key %q", path[:i], step)
			}
		case int:
			list, ok := v.([]any)
			if !ok || step >= len(list) {
				t.Fatalf("%v: no element %d", path[:i], step)
			}
			v = list[step]
		}
	}
	return v
}

// file writes a file into a directory of the test and returns its path.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// presetFile writes the file of a preset.
func presetFile(t *testing.T, name string) string {
	t.Helper()
	data, err := scenariofile.PresetFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return file(t, name+".yaml", string(data))
}

func TestEveryCommandHasHelpWithExamples(t *testing.T) {
	t.Parallel()
	p := newProgram(nil, io.Discard, io.Discard)
	root := p.command()
	commands := root.Commands()
	for i := 0; i < len(commands); i++ {
		commands = append(commands, commands[i].Commands()...)
	}
	if len(commands) < 15 {
		t.Errorf("%d commands, want at least eval, chart, article, prices with four, new, merge, help, completion with four", len(commands))
	}
	for _, c := range append(commands, root) {
		if !strings.Contains(c.Example, "runwhere") {
			t.Errorf("%s has no example", c.CommandPath())
		}
		args := append(strings.Fields(c.CommandPath())[1:], "--help")
		help := must(t, "", args...)
		first := strings.TrimSpace(strings.Split(c.Example, "\n")[0])
		if !strings.Contains(help, first) {
			t.Errorf("%s --help does not show %q", c.CommandPath(), first)
		}
		if strings.ContainsRune(help, '\x1b') {
			t.Errorf("%s --help writes escape codes where there is no terminal", c.CommandPath())
		}
	}
}

func TestVersion(t *testing.T) {
	t.Parallel()
	if out := must(t, "", "--version"); !strings.Contains(out, "runwhere") || !strings.Contains(out, version) {
		t.Errorf("--version prints %q", out)
	}
}

func TestCompletionScripts(t *testing.T) {
	t.Parallel()
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if out := must(t, "", "completion", shell); !strings.Contains(out, "runwhere") {
			t.Errorf("completion %s does not name the program", shell)
		}
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"eval", "--format", ""}, "json"},
		{[]string{"eval", "--set", ""}, "platforms.kubernetes.node="},
		{[]string{"merge", "--format", ""}, "md"},
		{[]string{"merge", "a.yaml", ""}, ":0"}, // files, as the shell completes them
		{[]string{"new", "--preset", ""}, "scenario-b"},
		{[]string{"prices", "show", ""}, "lambda.requests"},
		{[]string{"prices", "quote", "lambda.requests", "1", "--region", ""}, "eu-west-1"},
		{[]string{"--theme", ""}, "light"},
	} {
		out := execute("", append([]string{"__completeNoDesc"}, c.args...)...).out
		if !slices.ContainsFunc(strings.Split(out, "\n"), func(line string) bool { return strings.HasPrefix(line, c.want) }) {
			t.Errorf("completing %q offers %q, want %s among it", c.args, out, c.want)
		}
	}
}

func TestNoColorTakesAnyValue(t *testing.T) {
	t.Setenv("NO_COLOR", "yes")
	t.Setenv("CLICOLOR_FORCE", "1")
	for _, args := range [][]string{{"--help"}, {"eval", "--help"}, {"new", "--list"}} {
		if out := must(t, "", args...); strings.ContainsRune(out, '\x1b') {
			t.Errorf("%q writes escape codes despite NO_COLOR", args)
		}
	}
}

func TestErrorsAreOneHarmlessLine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err  error
		want string
	}{
		{errors.New("plain"), "plain"},
		{errors.New("two\nlines"), "two lines"},
		{errors.New("a\x1b[31mb\x07"), "a<U+001B>[31mb<U+0007>"},
		{errors.Join(errors.New("first"), errors.New("second"), errors.New("third")), "first (and 2 more)"},
		{errors.Join(errors.New("only")), "only"},
	} {
		if got := oneLine(c.err); got != c.want {
			t.Errorf("oneLine(%q) = %q, want %q", c.err, got, c.want)
		}
	}
}
