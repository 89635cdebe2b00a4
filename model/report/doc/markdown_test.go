package doc_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model/report/doc"
)

func TestBlocksAreParted(t *testing.T) {
	t.Parallel()
	d := doc.New()
	d.Heading(1, "Title")
	d.Heading(2, "Section")
	d.Item("one")
	d.Fact("Good", "two")
	d.Para("between")
	d.Item("another list")
	d.Pause()
	d.Item("a third")
	d.Para(doc.Code("a_key"), " ", doc.Strong("a*b"), " ", doc.Source("https://x.y/a_b"), " a_b")
	want(t, doc.Markdown(d), `
# Title

## Section

- one
- Good: two

between

- another list

- a third

`+"`a_key`"+` **a\*b** https://x.y/a_b a\_b
`)
}

// A fence is longer than any in the figure, so that a name cannot end it.
func TestFiguresAreFenced(t *testing.T) {
	t.Parallel()
	d := doc.New()
	d.Figure("<!-- mark -->", "yaml", "name: \"````\"\n")
	d.Figure("", "text", "+--\n|")
	want(t, doc.Markdown(d), "\n<!-- mark -->\n`````yaml\nname: \"````\"\n`````\n\n```text\n+--\n|\n```\n")
	want(t, doc.Text(d), "\nname: \"````\"\n+--\n|\n")
}

func TestMarkupOfForeignText(t *testing.T) {
	t.Parallel()
	for text, escaped := range map[string]string{
		"a|b":           `a\|b`,
		"*x* _y_ `z`":   "\\*x\\* \\_y\\_ \\`z\\`",
		"<b>":           "&lt;b>",
		"</b> <!-- <?":  "&lt;/b> &lt;!-- &lt;?",
		"<$0.001 < 1 <": "<$0.001 < 1 <",
		"[a](b) #1 \\":  `\[a\](b) \#1 \\`,
		"two\nlines":    "two lines",
		"日本 µs":         "日本 µs",
	} {
		d := doc.New()
		d.Para(text)
		want(t, doc.Markdown(d), escaped+"\n")
	}
}

// Whatever stands in the cells of a table, it has as many cells in every row as it
// has columns, and one line a row.
func TestTablesStayWhole(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		cell := func(name string) string { return rapid.StringMatching("[a|\\n\\\\`*<日 ]{0,12}").Draw(r, name) }
		d := doc.New()
		d.Table(doc.Columns("words", "source", "key"), []doc.Row{doc.Cells(cell("words"), doc.Source(cell("source")), doc.Strong(cell("key")))})
		lines := strings.Split(strings.TrimSuffix(string(doc.Markdown(d)), "\n"), "\n")
		if len(lines) != 3 {
			r.Fatalf("%d lines: %q", len(lines), lines)
		}
		bars, escaped := 0, false
		for _, c := range lines[2] {
			if c == '|' && !escaped {
				bars++
			}
			escaped = c == '\\' && !escaped
		}
		if bars != 4 {
			r.Fatalf("%d bars in %q", bars, lines[2])
		}
	})
}
