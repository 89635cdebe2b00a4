package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/spf13/cobra"

	"runwhere/model/report"
	"runwhere/model/visible"
	"runwhere/tui/session"
)

// output is where a command's report goes: a file, or standard output where
// there is no name.
type output struct {
	name  string
	force bool // whether a file that exists may be replaced
}

// standardOutput is where reports go that are not asked for in a file.
var standardOutput = output{}

// addOutputFlags adds -o and --force, which every command shares that writes.
func addOutputFlags(cmd *cobra.Command, o *output) {
	cmd.Flags().StringVarP(&o.name, "output", "o", "", "file to write instead of standard output")
	cmd.Flags().BoolVar(&o.force, "force", false, "replace the file where it exists")
}

// standard reports whether the output is standard output, by whatever name.
func (o output) standard() bool {
	switch filepath.ToSlash(o.name) {
	case "", standardStream, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1":
		return true
	}
	return false
}

// check finds out, before anything is worked out, what would keep the output
// from being written: it is one of the files that the command reads, it exists,
// or it cannot be reached. The flag is that of the output, for the error.
func (p *program) check(flag string, o output, inputs ...string) error {
	if o.standard() || isDescriptor(o.name) {
		return nil
	}
	for _, name := range inputs {
		if p.sameFile(name, o.name) {
			return fmt.Errorf("%s: %s: is read by this command and is not written over", flag, o.name)
		}
	}
	info, err := os.Stat(o.name)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s: %w", o.name, errDirectory)
	case err == nil && info.Mode().IsRegular() && !o.force:
		return existsError(o.name)
	case errors.Is(err, fs.ErrNotExist):
		var target string
		if target, err = linkTarget(o.name); err == nil {
			_, err = os.Stat(filepath.Dir(target))
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", o.name, withoutPath(err))
	}
	return nil
}

func existsError(name string) error {
	return fmt.Errorf("%s: exists already; --force replaces it", name)
}

// write writes a text to a file, whole or not at all, or to standard output.
// Nothing in it can act on a terminal, on which the file may be shown too.
func (p *program) write(o output, text []byte) error {
	return p.deliver(o, visible.Text(string(text)))
}

// writeAs writes a report in its format: the data of JSON stay what they are.
func (p *program) writeAs(format report.Format, o output, data []byte) error {
	if format == report.JSONFormat {
		return p.deliver(o, visible.JSON(string(data)))
	}
	return p.write(o, data)
}

// writeStyled writes a text of lines that may have colours to standard output.
func (p *program) writeStyled(text []byte) error {
	return p.deliver(standardOutput, visible.StyledText(string(text)))
}

func (p *program) deliver(o output, text string) error {
	if o.standard() {
		if _, err := io.WriteString(p.out, text); err != nil {
			return fmt.Errorf("standard output: %w", withoutPath(err))
		}
		return nil
	}
	over := session.OverNothing()
	if o.force {
		over = session.OverAnything()
	}
	err := disk{}.Write(o.name, []byte(text), over)
	var found *session.FoundError
	if errors.As(err, &found) { // it came to be while the report was worked out
		return existsError(o.name)
	}
	return err
}

// sameFile reports whether two names are of the same file, also where the first
// is standard input that comes from it.
func (p *program) sameFile(a, b string) bool {
	if a == b {
		return a != ""
	}
	if f, ok := p.stdin.(*os.File); ok && a == standardStream {
		first, err := f.Stat()
		second, serr := os.Stat(b)
		return err == nil && serr == nil && first.Mode().IsRegular() && os.SameFile(first, second)
	}
	return disk{}.Same(a, b)
}

// table aligns rows of cells in columns, two spaces apart; columns whose head
// begins with `>` are aligned to the right. Without a head all are left.
func table(head []string, rows [][]string) []byte {
	right := make([]bool, len(head))
	heads := make([]string, len(head))
	for i, h := range head {
		heads[i], right[i] = strings.TrimPrefix(h, ">"), strings.HasPrefix(h, ">")
	}
	if head != nil {
		rows = append([][]string{heads}, rows...)
	}
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
			if i < len(right) && right[i] {
				line += pad + cell + "  "
			} else {
				line += cell + pad + "  "
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return []byte(b.String())
}
