package kit

// PageWriter collects the lines of a page, and where its sections begin.
type PageWriter struct {
	Styles   *Styles
	W        int
	Lines    []string
	Sections []int // the lines of the headings
}

// Blank writes an empty line.
func (t *PageWriter) Blank() { t.Lines = append(t.Lines, "") }

// Line writes a line behind an indent of one cell.
func (t *PageWriter) Line(styled string) { t.Lines = append(t.Lines, " "+styled) }

// Lay appends lines that have their indent already.
func (t *PageWriter) Lay(lines []string) { t.Lines = append(t.Lines, lines...) }

// Heading begins a section.
func (t *PageWriter) Heading(title string) {
	t.Blank()
	t.Sections = append(t.Sections, len(t.Lines))
	t.Line(t.Styles.Title.Render(title))
}

// Text writes a paragraph.
func (t *PageWriter) Text(ink Style, text string) {
	t.Lines = append(t.Lines, t.Styles.Indent(ink, t.Styles.PlainText(text), t.W-1)...)
}

// Under is a paragraph below what it belongs to.
func (t *PageWriter) Under(ink Style, text string) {
	t.Lines = append(t.Lines, t.Styles.Paragraph(ink, t.Styles.PlainText(text), 4, t.W-1)...)
}

// Bullet writes a paragraph with a sign before its first line.
func (t *PageWriter) Bullet(sign string, ink Style, text string) {
	for i, line := range Wrap(t.Styles.PlainText(text), t.W-4) {
		if i > 0 {
			sign = " "
		}
		t.Lines = append(t.Lines, " "+ink.Render(sign+" "+line))
	}
}

// PageTable is how wide a table gets.
const PageTable = 76
