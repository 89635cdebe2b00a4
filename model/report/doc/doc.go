// Package doc is the tree that a report is: headings, paragraphs, items, tables
// and figures. A section is put into words once, with a brief form for a terminal
// and a full form for a record where the two differ, and a renderer turns the tree
// into the characters of its format. Text and Markdown are renderers; another
// format, such as HTML or a window of the screen, is one more of them.
//
// What is said is none of this package's business: it knows nothing of costs. How
// foreign text is kept from being markup is, and nobody else's.
package doc

// Form is how much is said.
type Form int

// The forms that there are.
const (
	Brief Form = iota // for a terminal, read at once
	Full              // for a record, with every source
)

// Doc is a document, built from its first block to its last.
type Doc struct {
	blocks *[]block
	in     [2]bool // the forms that what is added now is part of
}

// New returns an empty document.
func New() *Doc { return &Doc{blocks: &[]block{}, in: [2]bool{true, true}} }

// Only returns the same document for adding what one form alone has.
func (d *Doc) Only(f Form) *Doc {
	only := &Doc{blocks: d.blocks}
	only.in[f] = d.in[f]
	return only
}

// block is a part of a document with the forms that have it.
type block struct {
	in   [2]bool
	part Part
}

// Part is one of the parts of a document that are declared below.
type Part any

type (
	// Heading begins a section; level 1 is the title of the document.
	Heading struct {
		Level int
		Text  Words
	}
	// Paragraph is some sentences.
	Paragraph struct{ Text Words }
	// Item is one of a list; the label says what kind of thing it says.
	Item struct{ Label, Text Words }
	// Table is rows of cells below heads.
	Table struct {
		Columns []Column
		rows    []Row
	}
	// Figure is lines that keep their shape.
	Figure struct{ Mark, Language, Text string }
	// Pause ends a section without beginning another.
	Pause struct{}
)

func (d *Doc) add(part Part) { *d.blocks = append(*d.blocks, block{d.in, part}) }

// Heading begins a section of a level, 1 for the title of the whole. Its parts
// are those of Say.
func (d *Doc) Heading(level int, parts ...any) { d.add(Heading{level, Say(parts...)}) }

// Para adds a paragraph; an empty one is left out.
func (d *Doc) Para(parts ...any) { d.add(Paragraph{Say(parts...)}) }

// Item adds an item; those that follow one another are a list.
func (d *Doc) Item(parts ...any) { d.add(Item{Text: Say(parts...)}) }

// Fact adds an item that begins with what kind of thing it says.
func (d *Doc) Fact(label any, parts ...any) { d.add(Item{Say(label), Say(parts...)}) }

// Items adds a list of sentences.
func (d *Doc) Items(list []string) {
	for _, s := range list {
		d.Item(s)
	}
}

// Table adds a table; one without rows is left out.
func (d *Doc) Table(columns []Column, rows []Row) { d.add(Table{columns, rows}) }

// Figure adds lines that keep their shape, such as a chart or a file, with the
// language that they are in. A mark is a comment in front of it by which a
// program finds it, "" for none.
func (d *Doc) Figure(mark, language, text string) { d.add(Figure{mark, language, text}) }

// Pause ends a section without beginning another.
func (d *Doc) Pause() { d.add(Pause{}) }

// Parts returns the parts that a form has, without those that are empty.
func (d *Doc) Parts(f Form) []Part {
	var parts []Part
	for _, b := range *d.blocks {
		if b.in[f] && !empty(b.part, f) {
			parts = append(parts, b.part)
		}
	}
	return parts
}

func empty(part Part, f Form) bool {
	switch b := part.(type) {
	case Heading:
		return b.Text.empty(f)
	case Paragraph:
		return b.Text.empty(f)
	case Item:
		return b.Text.empty(f)
	case Table: // in plain text a table may have no column
		return len(b.Rows(f)) == 0 || f == Brief && len(b.InLine()) == 0
	}
	return false
}
