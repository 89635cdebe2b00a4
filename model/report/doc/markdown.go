package doc

import (
	"strings"
)

// Markdown returns the full form of a document, one empty line between blocks.
func Markdown(d *Doc) []byte {
	var b strings.Builder
	inList := false
	for _, part := range d.Parts(Full) {
		said := markdownOf(part)
		_, isItem := part.(Item)
		if b.Len() > 0 && said != "" && !(inList && isItem) {
			b.WriteByte('\n')
		}
		inList = isItem
		b.WriteString(said)
	}
	return []byte(b.String())
}

func markdownOf(part Part) string {
	switch p := part.(type) {
	case Heading:
		return strings.Repeat("#", p.Level) + " " + p.Text.markdown() + "\n"
	case Paragraph:
		return p.Text.markdown() + "\n"
	case Item:
		if p.Label.empty(Full) {
			return "- " + p.Text.markdown() + "\n"
		}
		return "- " + p.Label.markdown() + ": " + p.Text.markdown() + "\n"
	case Table:
		return p.markdown()
	case Figure:
		return p.markdown()
	}
	return ""
}

func (t Table) markdown() string {
	var heads, rules []string
	for _, c := range t.Columns {
		if c.Only {
			continue
		}
		rule := "---"
		if c.Right {
			rule = "---:"
		}
		heads, rules = append(heads, c.Head.markdown()), append(rules, rule)
	}
	var b strings.Builder
	line := func(cells []string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	line(heads)
	line(rules)
	for _, r := range t.Rows(Full) {
		var cells []string
		for i, c := range t.Columns {
			if !c.Only {
				cells = append(cells, r.cells[i].markdown())
			}
		}
		line(cells)
	}
	return b.String()
}

// markdown fences a figure with more quotes than are anywhere in it.
func (f Figure) markdown() string {
	fence := "```"
	for strings.Contains(f.Text, fence) {
		fence += "`"
	}
	block := fence + f.Language + "\n" + strings.TrimRight(f.Text, "\n") + "\n" + fence + "\n"
	if f.Mark != "" {
		return f.Mark + "\n" + block
	}
	return block
}

func (t Words) markdown() string {
	var b strings.Builder
	for _, s := range t.forms[Full] {
		switch s.Mark {
		case IsStrong:
			b.WriteString("**" + escape(s.Text) + "**")
		case IsCode:
			b.WriteString("`" + inCell(s.Text) + "`")
		case IsSource:
			b.WriteString(inCell(s.Text))
		default:
			b.WriteString(escape(s.Text))
		}
	}
	return b.String()
}

// escape takes away what would be markup in a text, and what would end a cell
// of a table. A < that no tag can begin with stays: <$0.001.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\n':
			b.WriteByte(' ')
		case r == '<' && opensTag(s[i+1:]):
			b.WriteString("&lt;")
		case strings.ContainsRune("\\|*_`[]#", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// opensTag reports whether a < in front of a text can be markup.
func opensTag(rest string) bool {
	return rest != "" && (strings.ContainsRune("/!?", rune(rest[0])) || rest[0]|0x20 >= 'a' && rest[0]|0x20 <= 'z')
}

// inCell keeps a text within its cell and its line, and addresses in it as they
// are.
func inCell(s string) string { return strings.NewReplacer(`\`, `\\`, "|", `\|`, "\n", " ").Replace(s) }
