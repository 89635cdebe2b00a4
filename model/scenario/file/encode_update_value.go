package file

import (
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"runwhere/model/scenario"
)

// pair returns the lines of a key whose value changes; first and bottom are
// its first and last line with content. before is nil for an empty section.
func (p *patch) pair(value *yaml.Node, before, after *scenario.Tree, first, bottom int, indent string) ([]string, error) {
	start := value.Line - 1
	isFlow := value.Style&yaml.FlowStyle != 0
	switch {
	case before == nil:
	case isFlow || value.Kind == yaml.ScalarNode:
		if p.inPlace(value, before, after, first, bottom) {
			return p.lines[first : bottom+1], nil
		}
	case start <= first || start > bottom:
	case len(before.Items) > 0 && len(after.Items) > 0 && value.Kind == yaml.SequenceNode:
		if lines, err := p.sequence(value, before, after, bottom+1); err == nil {
			return slices.Concat(p.lines[first:start], lines), nil
		}
	case len(before.Pairs) > 0 && len(after.Pairs) > 0:
		lines, err := p.mapping(value, before, after, bottom+1)
		return slices.Concat(p.lines[first:start], lines), err
	}
	// The value is written anew; comments inside of it move above it.
	lines := p.comments(first, bottom, indent)
	if isFlow && before != nil {
		return append(lines, indent+after.Key+": "+after.Flow()), nil
	}
	return append(lines, render([]*scenario.Tree{after}, indent)...), nil
}

// inPlace changes values by flow and reports whether that was possible; if not,
// the lines are as they were.
func (p *patch) inPlace(n *yaml.Node, old, now *scenario.Tree, first, bottom int) bool {
	kept := slices.Clone(p.lines[first : bottom+1])
	if p.flow(n, old, now) == nil {
		return true
	}
	copy(p.lines[first:], kept)
	return false
}

// flow changes the values of a scalar or of a mapping in flow style where they
// stand. It gives up where a key comes or goes. Values are changed from the
// last to the first, so that the columns before them stay right.
func (p *patch) flow(n *yaml.Node, old, now *scenario.Tree) error {
	switch {
	case old.Text != "" && now.Text != "":
		return p.splice(n, now.Text)
	case n.Kind == yaml.MappingNode && len(old.Pairs) == len(now.Pairs):
		for i := len(n.Content) - 2; i >= 0; i -= 2 {
			name := canonicalKey(old, n.Content[i].Value)
			before, after := old.Pair(name), now.Pair(name)
			switch {
			case (before == nil) != (after == nil):
				return errUnpatchable
			case before == nil || before.Equal(after):
			default:
				if err := p.flow(n.Content[i+1], before, after); err != nil {
					return err
				}
			}
		}
		return nil
	case n.Kind == yaml.SequenceNode && len(old.Items) == len(now.Items) && len(old.Items) == len(n.Content):
		for i := len(n.Content) - 1; i >= 0; i-- {
			if err := p.flow(n.Content[i], old.Items[i], now.Items[i]); err != nil {
				return err
			}
		}
		return nil
	}
	return errUnpatchable
}

// splice puts a text in place of a value that is on one line.
func (p *patch) splice(n *yaml.Node, text string) error {
	if n.Line < 1 || n.Line > len(p.lines) {
		return errUnpatchable
	}
	line := p.lines[n.Line-1]
	start := byteColumn(line, n.Column)
	length := tokenLength(line[start:], n)
	if length <= 0 {
		return errUnpatchable
	}
	p.lines[n.Line-1] = line[:start] + text + line[start+length:]
	return nil
}

// tokenLength returns how many bytes of a line a value at its beginning takes,
// 0 where that is not plain to see.
func tokenLength(line string, n *yaml.Node) int {
	switch {
	case n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle != 0:
		if end := strings.IndexByte(line, ']'); !strings.ContainsAny(line[:end+1], `"'#`) {
			return end + 1
		}
	case n.Kind != yaml.ScalarNode:
	case n.Style == yaml.SingleQuotedStyle && strings.HasPrefix(line, "'"), n.Style == yaml.DoubleQuotedStyle && strings.HasPrefix(line, `"`):
		if end := closingQuote(line, 1, line[0]); end <= len(line) {
			return end
		}
	case n.Style == 0 && strings.HasPrefix(line, n.Value):
		return len(n.Value)
	}
	return 0
}

// byteColumn returns the byte offset of a column, which counts characters
// from 1.
func byteColumn(line string, column int) int {
	at := 0
	for i := 1; i < column && at < len(line); i++ {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}

// sequence returns the lines of a block list from its first dash up to the
// line end. Elements are known by their first key (the name of a component,
// the target of a call), so they may come, go and change places.
func (p *patch) sequence(n *yaml.Node, old, now *scenario.Tree, end int) ([]string, error) {
	if len(n.Content) != len(old.Items) {
		return nil, errUnpatchable
	}
	indent := strings.Repeat(" ", n.Column-1)
	from := matches(old.Items, now.Items)
	var out []string
	for k, item := range now.Items {
		i := from[k]
		if i < 0 {
			w := writer{}
			w.item(item, indent)
			out = append(out, splitLines(w.B.String())...)
			continue
		}
		above := n.Line - 1 // where what belongs to the element begins
		if i > 0 {
			above = p.lastContent(n.Content[i-1].Line-1, n.Content[i].Line-1) + 1
		}
		next := end
		if i+1 < len(n.Content) {
			next = n.Content[i+1].Line - 1
		}
		lines, err := p.element(n.Content[i], old.Items[i], item, next)
		if err != nil {
			return nil, err
		}
		out = append(out, p.lines[above:n.Content[i].Line-1]...)
		out = append(out, lines...)
	}
	return out, nil
}

// element returns the lines of an element of a block list.
func (p *patch) element(n *yaml.Node, old, now *scenario.Tree, next int) ([]string, error) {
	first := n.Line - 1
	bottom := p.lastContent(first, next)
	dash := strings.IndexByte(p.lines[first], '-')
	column := byteColumn(p.lines[first], n.Column)
	if dash < 0 || dash >= column || strings.TrimSpace(p.lines[first][:column]) != "-" {
		return nil, errUnpatchable
	}
	if old.Equal(now) {
		return p.lines[first : bottom+1], nil
	}
	if n.Style&yaml.FlowStyle != 0 {
		if p.inPlace(n, old, now, first, bottom) {
			return p.lines[first : bottom+1], nil
		}
		indent := p.lines[first][:dash]
		return append(p.comments(first, bottom, indent), indent+"- "+now.Flow()), nil
	}
	// The dash is taken out and put back before whatever comes first then.
	line := p.lines[first]
	p.lines[first] = line[:dash] + " " + line[dash+1:]
	lines, err := p.mapping(n, old, now, bottom+1)
	if err != nil {
		return nil, err
	}
	for i, l := range lines {
		if t := strings.TrimSpace(l); t != "" && t[0] != '#' && len(l) > dash {
			lines[i] = l[:dash] + "-" + l[dash+1:]
			return lines, nil
		}
	}
	return nil, errUnpatchable
}

// matches returns for each new element which old one it comes from, -1 for
// none: the one with the same first key, or else the one in the same place,
// which has then been renamed.
func matches(old, now []*scenario.Tree) []int {
	from, taken := make([]int, len(now)), make([]bool, len(old))
	for k, item := range now {
		from[k] = -1
		for i, o := range old {
			if !taken[i] && identity(o) == identity(item) {
				from[k], taken[i] = i, true
				break
			}
		}
	}
	for k := range now {
		if from[k] < 0 && k < len(old) && !taken[k] {
			from[k], taken[k] = k, true
		}
	}
	return from
}

// identity returns the text of an element's first key.
func identity(t *scenario.Tree) string {
	if len(t.Pairs) == 0 {
		return ""
	}
	return t.Pairs[0].Text
}
