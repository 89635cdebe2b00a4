package doc_test

import (
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"runwhere/model/report/doc"
)

// want compares what a document is as text, or as Markdown, with a drawing of it.
func want(t *testing.T, got []byte, drawing string) {
	t.Helper()
	if drawing = strings.TrimPrefix(drawing, "\n"); string(got) != drawing {
		t.Errorf("got\n%s\nwant\n%s", got, drawing)
	}
}

func TestSectionsAreIndented(t *testing.T) {
	t.Parallel()
	d := doc.New()
	d.Para("title")
	d.Heading(2, "Why")
	d.Item("first ", 1)
	d.Fact("Against it", strings.Repeat("word ", 16))
	d.Para("")
	d.Pause()
	d.Para("end")
	want(t, doc.Text(d), `
title

Why
  - first 1
  Against it: word word word word word word word word word word word word word
              word word word

end
`)
}

// A heading is in the line of heads of the table below it, unless something parts
// them or no column has a head.
func TestHeadingsOfTables(t *testing.T) {
	t.Parallel()
	columns := []doc.Column{doc.Label("name", 16), doc.Figures("USD", 8), doc.Label("mark", 6)}
	rows := []doc.Row{doc.Cells("a", "$1.20", "ok"), doc.Cells("b", "-", "")}
	bare := []doc.Column{doc.Label("", 16), doc.Figures("", 8), doc.Label("", doc.Rest)}
	d := doc.New()
	d.Heading(2, "Bill")
	d.Table(columns, rows)
	d.Heading(2, "Bill")
	d.Para("said before")
	d.Table(columns, rows[:1])
	d.Heading(2, "Longer than the column is")
	d.Table(bare, rows)
	d.Heading(2, "Longer than the column is")
	d.Table(columns, rows[:1])
	want(t, doc.Text(d), `

Bill                 USD  mark
  a                $1.20  ok
  b                    -

Bill
  said before
  name               USD  mark
  a                $1.20  ok

Longer than the column is
  a                $1.20  ok
  b                    -

Longer than the column is
  name               USD  mark
  a                $1.20  ok
`)
}

// What is too long for its column moves, and nothing is cut.
func TestRowsThatDoNotFit(t *testing.T) {
	t.Parallel()
	d := doc.New()
	d.Heading(2, "Bill")
	d.Table([]doc.Column{doc.Label("", 12), doc.Figures("quantity", 8), doc.Figures("USD", 6), doc.Label("how", doc.Below), doc.Label("", doc.Instead)}, []doc.Row{
		doc.Cells("123456789", "1", "$1", "", ""),         // the last that has a space behind it
		doc.Cells("1234567890", "1", "$1", "", ""),        // one more
		doc.Cells("short", "123456789012", "$1", "", ""),  // figures that are too wide take the label's room
		doc.Cells("123456", "123456789012", "$1", "", ""), // or have a line of their own
		doc.Cells("below", "1", "$1", "how it comes", ""),
		doc.Cells("instead", "1", "$1", "", "no bill: why"),
	})
	want(t, doc.Text(d), `

Bill        quantity   USD
  123456789        1    $1
  1234567890
                   1    $1
  short 123456789012    $1
  123456
        123456789012    $1
  below            1    $1
    how it comes
  instead  no bill: why
`)
}

func TestFormsOfOneThing(t *testing.T) {
	t.Parallel()
	d := doc.New()
	d.Heading(2, doc.Either("Brief", "Full"))
	d.Para(doc.Either("short", "long"), ", both")
	d.Only(doc.Brief).Item("for a terminal")
	d.Only(doc.Full).Item("for a record")
	d.Only(doc.Brief).Only(doc.Full).Item("for nobody")
	d.Table(
		[]doc.Column{doc.Label("name", 10), doc.Briefly(doc.Figures("n", 4)), doc.Figures("source", doc.Absent)},
		[]doc.Row{doc.Cells("a", "[1]", "book"), doc.Cells("b", "", "guide").Only(doc.Full)},
	)
	d.Table(doc.Columns("only", ">full"), []doc.Row{doc.Cells(1, 2)})
	want(t, doc.Text(d), `

Brief
  short, both
  - for a terminal
  name       n
  a        [1]
`)
	want(t, doc.Markdown(d), `
## Full

long, both

- for a record

| name | source |
| --- | ---: |
| a | book |
| b | guide |

| only | full |
| --- | ---: |
| 1 | 2 |
`)
}

func TestWrappedTables(t *testing.T) {
	t.Parallel()
	d := doc.New()
	d.Table([]doc.Column{doc.Wrapped(8), doc.Wrapped(12), doc.Wrapped(12)}, []doc.Row{
		doc.Cells("", "one\non EKS", "two"),
		doc.Cells("cold start", "a claim of the guide\n> a fact", "incomprehensible"),
	})
	want(t, doc.Text(d), `
        one         two
        on EKS
cold    a claim of  incomprehensible
start   the guide
        > a fact
`)
}

func TestFitsAPage(t *testing.T) {
	t.Parallel()
	columns := []doc.Column{doc.Label("field", doc.Absent), doc.Label("a.yaml", doc.Absent)}
	if !doc.Fit(columns, []doc.Row{doc.Cells("memory", "1GiB")}) {
		t.Error("two short columns do not fit")
	}
	d := doc.New()
	d.Heading(2, "Said")
	d.Para("by whom")
	d.Table(columns, []doc.Row{doc.Cells("memory", "1GiB")})
	want(t, doc.Text(d), `

Said
  by whom
  field   a.yaml
  memory  1GiB
`)
	wide := []doc.Column{doc.Label("", doc.Absent), doc.Label("", doc.Absent)}
	if doc.Fit(wide, []doc.Row{doc.Cells(strings.Repeat("x", 38), strings.Repeat("日", 20))}) || wide[0].Width != doc.Absent {
		t.Error("82 cells fit into 80")
	}
}

// Whatever is said, no line is wider than the page or ends in a space, and no word
// is lost.
func TestNoLineIsTooWide(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z日é/:]{1,120}`), 1, 30).Draw(r, "words")
		text := strings.Join(words, " ")
		d := doc.New()
		d.Heading(2, "head")
		d.Item(text)
		d.Fact("label", text)
		d.Table([]doc.Column{doc.Label("", 20), doc.Figures("", 12), doc.Label("", doc.Rest), doc.Label("", doc.Below)}, []doc.Row{doc.Cells(words[0], "12", text, text)})
		for line := range strings.Lines(string(doc.Text(d))) {
			line = strings.TrimSuffix(line, "\n")
			if displaywidth.String(line) > 80 || strings.HasSuffix(line, " ") {
				r.Fatalf("%d cells: %q", displaywidth.String(line), line)
			}
		}
		squeezed := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := squeezed(string(doc.Text(d))); !strings.Contains(got, "-"+squeezed(text)+"label:"+squeezed(text)) {
			r.Fatalf("%q is not in %q", text, got)
		}
	})
}
