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

// block is a part of a document: a heading, paragraph, item, table, figure or
// pause.
type block struct {
	in   [2]bool
	part any
}

type (
	heading struct {
		level int // 1 is the title of the document
		text  Words
	}
	paragraph struct{ text Words }
	item      struct{ label, text Words }
	table     struct {
		columns []Column
		rows    []Row
	}
	figure struct{ mark, language, text string }
	pause  struct{}
)

func (d *Doc) add(part any) { *d.blocks = append(*d.blocks, block{d.in, part}) }

// Heading begins a section of a level, 1 for the title of the whole. Its parts
// are those of Say.
func (d *Doc) Heading(level int, parts ...any) { d.add(heading{level, Say(parts...)}) }

// Para adds a paragraph; an empty one is left out.
func (d *Doc) Para(parts ...any) { d.add(paragraph{Say(parts...)}) }

// Item adds an item; those that follow one another are a list.
func (d *Doc) Item(parts ...any) { d.add(item{text: Say(parts...)}) }

// Fact adds an item that begins with what kind of thing it says.
func (d *Doc) Fact(label any, parts ...any) { d.add(item{Say(label), Say(parts...)}) }

// Items adds a list of sentences.
func (d *Doc) Items(list []string) {
	for _, s := range list {
		d.Item(s)
	}
}

// Table adds a table; one without rows is left out.
func (d *Doc) Table(columns []Column, rows []Row) { d.add(table{columns, rows}) }

// Figure adds lines that keep their shape, such as a chart or a file, with the
// language that they are in. A mark is a comment in front of it by which a
// program finds it, "" for none.
func (d *Doc) Figure(mark, language, text string) { d.add(figure{mark, language, text}) }

// Pause ends a section without beginning another.
func (d *Doc) Pause() { d.add(pause{}) }

// shown returns the parts that a form has, without those that are empty.
func (d *Doc) shown(f Form) []any {
	var parts []any
	for _, b := range *d.blocks {
		if b.in[f] && !empty(b.part, f) {
			parts = append(parts, b.part)
		}
	}
	return parts
}

func empty(part any, f Form) bool {
	switch b := part.(type) {
	case heading:
		return b.text.empty(f)
	case paragraph:
		return b.text.empty(f)
	case item:
		return b.text.empty(f)
	case table: // in plain text a table may have no column
		return len(b.shown(f)) == 0 || f == Brief && len(b.inLine()) == 0
	}
	return false
}
