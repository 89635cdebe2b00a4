package command

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPageHasEveryCommand: the page of the command line shows each of them.
func TestPageHasEveryCommand(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("docs/command-line.md")
	if err != nil {
		t.Fatal(err)
	}
	page := strings.Join(strings.Fields(string(data)), " ")
	commands := newProgram(nil, io.Discard, io.Discard).command().Commands()
	for i := 0; i < len(commands); i++ {
		c := commands[i]
		if commands = append(commands, c.Commands()...); !strings.Contains(page, c.CommandPath()) {
			t.Errorf("docs/command-line.md does not show %s", c.CommandPath())
		}
	}
}

// TestCommandsOfPagesExist: what the pages show to be typed are commands, with
// flags that they have. They are not run.
func TestCommandsOfPagesExist(t *testing.T) {
	t.Parallel()
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, page := range append(pages, "README.md", "CONTRIBUTING.md") {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			line, _, _ = strings.Cut(line, " #")
			words := strings.Fields(strings.ReplaceAll(line, "'", ""))
			if len(words) < 2 || words[0] != "runwhere" {
				continue
			}
			shown++
			p := newProgram(nil, io.Discard, io.Discard)
			cmd, rest, err := p.command().Find(words[1:])
			if err == nil {
				err = cmd.ParseFlags(rest)
			}
			opens := strings.HasSuffix(words[1], ".yaml") || strings.HasPrefix(words[1], "-")
			if err != nil || p.err != nil || !cmd.HasParent() && !opens {
				t.Errorf("%s shows %s: %v, %v", page, strings.Join(words, " "), err, p.err)
			}
		}
	}
	if shown < 20 {
		t.Errorf("the pages show %d commands", shown)
	}
}
