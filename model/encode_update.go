package model

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Update writes a scenario into its author's own file. Only what has changed is
// written anew: comments, the order of keys and the form of every untouched
// value stay as they are. Decode reads the result back as the scenario. The
// error is that of Decode where the original is no scenario file; a decision record is
// none.
//
// A comment goes only with the component or call that it stands in or directly
// above. Where a file is laid out so that it cannot be patched, the canonical
// form is written with all comments of the original kept above it.
func Update(original []byte, s Scenario) ([]byte, error) {
	if IsRecord(original) {
		return nil, errors.New("a decision record holds more than its scenario: save the scenario to a file of its own")
	}
	before, err := Decode("", original)
	if err != nil {
		return nil, err
	}
	old, now := treeOf(&before), treeOf(&s)
	if old.equal(now) {
		return slices.Clone(original), nil
	}
	root, perr := parseFile(original)
	if perr != nil {
		return nil, perr
	}
	if text, err := patched(original, root, old, now); err == nil {
		after, err := Decode("", text)
		if err == nil && treeOf(&after).equal(now) {
			return text, nil
		}
	}
	return append(allComments(original), Encode(s)...), nil
}

// errUnpatchable is why a patch gives up; Update then takes another way.
var errUnpatchable = errors.New("the layout of the file cannot be patched")

// patch is a file under change, as lines without their ends. Nodes point into
// it, so a line may be rewritten and none may be added or removed: what a part
// of the file becomes is returned as new lines.
type patch struct {
	lines []string
}

// patched makes the file of the old tree that of the new one.
func patched(original []byte, root *yaml.Node, old, now *tree) ([]byte, error) {
	text, newline := string(original), "\n"
	if strings.Contains(text, "\r\n") {
		text, newline = strings.ReplaceAll(text, "\r\n", "\n"), "\r\n"
	}
	// Other line breaks than these two would make our lines differ from YAML's.
	if strings.ContainsAny(text, "\r\u0085\u2028\u2029\ufeff") {
		return nil, errUnpatchable
	}
	p := &patch{lines: strings.Split(strings.TrimSuffix(text, "\n"), "\n")}
	var out []string
	if root.Style&yaml.FlowStyle != 0 {
		if err := p.flow(root, old, now); err != nil {
			return nil, err
		}
		out = p.lines
	} else {
		first := root.Line - 1
		lines, err := p.mapping(root, old, now, len(p.lines))
		if err != nil {
			return nil, err
		}
		out = slices.Concat(p.lines[:first], lines)
	}
	return []byte(strings.Join(out, newline) + newline), nil
}

// mapping returns the lines of a block mapping from its first key up to the
// line end, which counts from 0 and is not included.
func (p *patch) mapping(n *yaml.Node, old, now *tree, end int) ([]string, error) {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0 {
		return nil, errUnpatchable
	}
	indent := strings.Repeat(" ", n.Content[0].Column-1)
	added := newPairs(n, old, now)
	out := render(added[""], indent)
	for i := 0; i+1 < len(n.Content); i += 2 {
		first, next := n.Content[i].Line-1, end
		if i+2 < len(n.Content) {
			next = n.Content[i+2].Line - 1
		}
		if first >= next || next > len(p.lines) {
			return nil, errUnpatchable
		}
		bottom := p.lastContent(first, next)
		name := canonicalKey(old, n.Content[i].Value)
		before, after := old.pair(name), now.pair(name)
		switch {
		case after == nil && before == nil, after != nil && before != nil && before.equal(after):
			out = append(out, p.lines[first:bottom+1]...)
		case after == nil:
			out = append(out, p.comments(first, bottom, indent)...)
		default:
			lines, err := p.pair(n.Content[i+1], before, after, first, bottom, indent)
			if err != nil {
				return nil, err
			}
			out = append(out, lines...)
		}
		out = append(out, render(added[name], indent)...)
		out = append(out, p.lines[bottom+1:next]...)
	}
	return out, nil
}

// newPairs returns the pairs that the mapping does not have yet, by the key
// that each stands behind: the one before it in the layout, or "".
func newPairs(n *yaml.Node, old, now *tree) map[string][]*tree {
	there := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		there[canonicalKey(old, n.Content[i].Value)] = true
	}
	added, behind := map[string][]*tree{}, ""
	for _, pair := range now.pairs {
		if there[pair.key] {
			behind = pair.key
		} else {
			added[behind] = append(added[behind], pair)
		}
	}
	return added
}

// canonicalKey returns the name that a key or an alias of it has in the tree.
func canonicalKey(t *tree, key string) string {
	sec := t.sec
	if sec == nil {
		sec = layout()
	}
	if c := sec.child(key); c != nil {
		return c.key
	}
	return key
}

// render returns the lines of pairs in canonical form.
func render(pairs []*tree, indent string) []string {
	w := writer{}
	for _, t := range pairs {
		w.pair(t, indent)
	}
	return splitLines(w.b.String())
}

func splitLines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// lastContent returns the last of the lines from first to before next that is
// neither empty nor only a comment: what follows it belongs to what comes next.
func (p *patch) lastContent(first, next int) int {
	for l := next - 1; l > first; l-- {
		if t := strings.TrimSpace(p.lines[l]); t != "" && t[0] != '#' {
			return l
		}
	}
	return first
}

// comments returns the comments in the lines from first to last, each on a
// line of its own.
func (p *patch) comments(first, last int, indent string) []string {
	var out []string
	for _, l := range p.lines[first : last+1] {
		if c := commentIn(l); c != "" {
			out = append(out, indent+c)
		}
	}
	return out
}

// allComments returns all comments of a file, one a line.
func allComments(original []byte) []byte {
	var out bytes.Buffer
	for l := range strings.Lines(string(original)) {
		if c := commentIn(strings.TrimRight(l, "\r\n")); c != "" {
			out.WriteString(c + "\n")
		}
	}
	return out.Bytes()
}

// commentIn returns the comment at the end of a line, "" where there is none. A
// quote opens a quoted text only where a value can begin.
func commentIn(line string) string {
	var quote, before byte = 0, ':'
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case quote == '"' && c == '\\':
			i++
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
		case c == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return line[i:]
		case (c == '"' || c == '\'') && strings.IndexByte(":,[{-", before) >= 0:
			quote = c
		}
		if c != ' ' && c != '\t' {
			before = c
		}
	}
	return ""
}
