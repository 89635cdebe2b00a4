package tui

// pageWriter collects the lines of a page, and where its sections begin.
type pageWriter struct {
	styles   *Styles
	w        int
	lines    []string
	sections []int // the lines of the headings
}

func (t *pageWriter) blank() { t.lines = append(t.lines, "") }

func (t *pageWriter) line(styled string) { t.lines = append(t.lines, " "+styled) }

// lay appends lines that have their indent already.
func (t *pageWriter) lay(lines []string) { t.lines = append(t.lines, lines...) }

func (t *pageWriter) heading(title string) {
	t.blank()
	t.sections = append(t.sections, len(t.lines))
	t.line(t.styles.Title.Render(title))
}

func (t *pageWriter) text(ink interface{ Render(...string) string }, text string) {
	t.lines = append(t.lines, t.styles.indent(ink, t.styles.plainText(text), t.w-1)...)
}

// under is a paragraph below what it belongs to.
func (t *pageWriter) under(ink interface{ Render(...string) string }, text string) {
	t.lines = append(t.lines, t.styles.paragraph(ink, t.styles.plainText(text), 4, t.w-1)...)
}

// bullet writes a paragraph with a sign before its first line.
func (t *pageWriter) bullet(sign string, ink interface{ Render(...string) string }, text string) {
	for i, line := range wrap(t.styles.plainText(text), t.w-4) {
		if i > 0 {
			sign = " "
		}
		t.lines = append(t.lines, " "+ink.Render(sign+" "+line))
	}
}

// row is a label with a figure at the right, in the width of a table.
func (t *pageWriter) row(label, figure string, ink interface{ Render(...string) string }) {
	s := t.styles
	room := min(t.w-2, pageTable) - len([]rune(figure))
	t.line(s.Text.Render(fit(s.plainText(label), room, s.Glyphs.Ellipsis)) + ink.Render(s.plainText(figure)))
}

// pageTable is how wide a table of a label and a figure gets.
const pageTable = 76
