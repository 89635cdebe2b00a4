package file

import (
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"runwhere/model/scenario"
)

// Update writes a scenario into its author's own file. Only what has changed is
// written anew: comments, the order of keys, the form of every untouched value,
// line breaks and a byte order mark stay as they are. Decode reads the result
// back as the scenario; where it would not, the error says so. It is that of
// Decode where the original is no scenario file; a decision record is none.
//
// A comment goes only with the component or call that it is in or directly
// above. Where a file is laid out so that it cannot be patched, the canonical
// form is written with all comments of the original kept above it.
func Update(original []byte, s scenario.Scenario) ([]byte, error) {
	if IsRecord(original) {
		return nil, errors.New("a decision record holds more than its scenario: save the scenario to a file of its own")
	}
	before, err := Decode("", original)
	if err != nil {
		return nil, err
	}
	if scenario.SameValues(&before, &s) {
		return slices.Clone(original), nil
	}
	root, perr := parseFile(original)
	if perr != nil {
		return nil, perr
	}
	text, mark := string(original), ""
	if rest, ok := strings.CutPrefix(text, byteOrderMark); ok {
		text, mark = rest, byteOrderMark
	}
	lines := fileLines(text)
	newline := ownBreak(lines)
	if changed, err := patched(lines, root, scenario.TreeOf(&before), scenario.TreeOf(&s)); err == nil {
		data := []byte(mark + joined(changed, newline))
		if CheckReadBack(data, s) == nil {
			return data, nil
		}
	}
	all := newPatch(lines, root).comments(0, len(lines)-1, "")
	data := []byte(mark + joined(slices.Concat(all, splitLines(string(Encode(s)))), newline))
	return data, CheckReadBack(data, s)
}

// errUnpatchable is why a patch gives up; Update then takes another way.
var errUnpatchable = errors.New("the layout of the file cannot be patched")

// patch is a file under change, as lines with the breaks that end them. Nodes
// point into it, so a line may be rewritten and none may be added or removed:
// what a part of the file becomes is returned as lines, new ones without a break.
type patch struct {
	lines  []string
	quoted map[int]int // how many bytes of a line belong to a quoted text from a line above
}

func newPatch(lines []string, root *yaml.Node) *patch {
	p := &patch{lines: slices.Clone(lines), quoted: map[int]int{}}
	p.findQuoted(root)
	return p
}

// patched makes the lines of the old tree those of the new one.
func patched(lines []string, root *yaml.Node, old, now *scenario.Tree) ([]string, error) {
	p := newPatch(lines, root)
	if root.Style&yaml.FlowStyle != 0 {
		err := p.flow(root, old, now)
		return p.lines, err
	}
	first := root.Line - 1
	if first < 0 || first > len(lines) {
		return nil, errUnpatchable
	}
	changed, err := p.mapping(root, old, now, len(p.lines))
	return slices.Concat(p.lines[:first], changed), err
}

// mapping returns the lines of a block mapping from its first key up to the
// line end, which counts from 0 and is not included.
func (p *patch) mapping(n *yaml.Node, old, now *scenario.Tree, end int) ([]string, error) {
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
		before, after := old.Pair(name), now.Pair(name)
		switch {
		case after == nil && before == nil, after != nil && before != nil && before.Equal(after):
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
// that each is behind: the one before it in the layout, or "".
func newPairs(n *yaml.Node, old, now *scenario.Tree) map[string][]*scenario.Tree {
	there := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		there[canonicalKey(old, n.Content[i].Value)] = true
	}
	added, behind := map[string][]*scenario.Tree{}, ""
	for _, pair := range now.Pairs {
		if there[pair.Key] {
			behind = pair.Key
		} else {
			added[behind] = append(added[behind], pair)
		}
	}
	return added
}

// canonicalKey returns the name that a key or an alias of it has in the tree.
func canonicalKey(t *scenario.Tree, key string) string {
	sec := t.Sec
	if sec == nil {
		sec = scenario.Layout()
	}
	c := sec.Child(key)
	if c == nil {
		_, c = sec.Former(key)
	}
	if c != nil {
		return c.Key
	}
	return key
}

// render returns the lines of pairs in canonical form.
func render(pairs []*scenario.Tree, indent string) []string {
	w := writer{}
	for _, t := range pairs {
		w.Pair(t, indent)
	}
	return splitLines(w.B.String())
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
