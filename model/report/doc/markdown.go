package doc

import (
	"strings"
)

// Markdown returns the full form of a document, one empty line between blocks.
func Markdown(d *Doc) []byte {
	var b strings.Builder
	inList := false
	for _, part := range d.shown(Full) {
		said := markdownOf(part)
		_, isItem := part.(item)
		if b.Len() > 0 && said != "" && !(inList && isItem) {
			b.WriteByte('\n')
		}
		inList = isItem
		b.WriteString(said)
	}
	return []byte(b.String())
}

func markdownOf(part any) string {
	switch p := part.(type) {
	case heading:
		return strings.Repeat("#", p.level) + " " + p.text.markdown() + "\n"
	case paragraph:
		return p.text.markdown() + "\n"
	case item:
		if p.label.empty(Full) {
			return "- " + p.text.markdown() + "\n"
		}
		return "- " + p.label.markdown() + ": " + p.text.markdown() + "\n"
	case table:
		return p.markdown()
	case figure:
		return p.markdown()
	}
	return ""
}

func (t table) markdown() string {
	var heads, rules []string
	for _, c := range t.columns {
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
	for _, r := range t.shown(Full) {
		var cells []string
		for i, c := range t.columns {
			if !c.Only {
				cells = append(cells, r.cells[i].markdown())
			}
		}
		line(cells)
	}
	return b.String()
}

// markdown fences a figure with more quotes than stand anywhere in it.
func (f figure) markdown() string {
	fence := "```"
	for strings.Contains(f.text, fence) {
		fence += "`"
	}
	block := fence + f.language + "\n" + strings.TrimRight(f.text, "\n") + "\n" + fence + "\n"
	if f.mark != "" {
		return f.mark + "\n" + block
	}
	return block
}

func (t Words) markdown() string {
	var b strings.Builder
	for _, s := range t.forms[Full] {
		switch s.mark {
		case plain:
			b.WriteString(escape(s.text))
		case strong:
			b.WriteString("**" + escape(s.text) + "**")
		case code:
			b.WriteString("`" + inCell(s.text) + "`")
		case source:
			b.WriteString(inCell(s.text))
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
