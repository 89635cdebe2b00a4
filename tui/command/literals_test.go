package command

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/scenario"
)

// literals calls a function with every string of the program that is written
// out in a file other than tests, and where it is.
func literals(t *testing.T, each func(file string, line int, text string)) {
	t.Helper()
	files := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Errorf("%s: %v", files.Position(literal.Pos()), err)
			}
			at := files.Position(literal.Pos())
			each(filepath.ToSlash(path), at.Line, text)
			return true
		})
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// pathsIn finds what looks like the path of a field in a text, whole or with
// the section of the platforms left out.
var pathsIn = regexp.MustCompile(`\b(components|platforms|people|growth|architecture|checklist|followup|weights|kubernetes|serverless|wasm)(\.[\w*-]+)+`)

// TestPathsAreHandles: outside of the list of handles nobody spells the path of
// a field, so that a misspelt one does not compile and a renamed one is renamed
// in every sentence too.
func TestPathsAreHandles(t *testing.T) {
	t.Parallel()
	found := 0
	literals(t, func(file string, line int, text string) {
		for _, written := range pathsIn.FindAllString(text, -1) {
			if !isPath(written) {
				continue
			}
			if found++; !strings.HasPrefix(file, "costs/paths/") {
				t.Errorf("%s:%d spells %s: use the handle of costs/paths", file, line, written)
			}
		}
	})
	if found < 60 {
		t.Errorf("only %d paths were found, and those of the handles alone are more", found)
	}
}

// isPath reports whether a text is the path of a field, of which a component or
// call may be named.
func isPath(text string) bool {
	parts := strings.Split(text, ".")
	if parts[0] == "components" {
		for i := 1; i < len(parts)-1; i += 2 {
			parts[i] = "*"
			if i+1 < len(parts) && parts[i+1] != "calls" {
				break
			}
		}
	}
	path := strings.Join(parts, ".")
	_, known := scenario.FieldOf(paths.Path{}.Dot(path))
	_, short := scenario.FieldOf(paths.Platforms.Dot(path))
	return known || short
}

// namesPlatforms are the folders that name a platform: the engine, what was
// published, and systems made to be hard.
var namesPlatforms = []string{"costs/", "checklist/", "model/hardtest/"}

// TestPlatformsAreAsked: no code asks for a platform by its id, but for what it
// can do, and outside of the engine none even names one. In the engine each id is
// written once, in the kind itself: there is no table by kind beside the kinds.
func TestPlatformsAreAsked(t *testing.T) {
	t.Parallel()
	found, named := 0, map[string]string{}
	literals(t, func(file string, line int, text string) {
		if _, known := costs.KindOf(text); !known {
			return
		}
		found++
		if filepath.ToSlash(filepath.Dir(file)) == "costs" {
			if before, twice := named[text]; twice {
				t.Errorf("%s:%d names %s, as %s does: what is particular to a kind is a field of it", file, line, text, before)
			}
			named[text] = file
		}
		if slices.ContainsFunc(namesPlatforms, func(name string) bool { return strings.HasPrefix(file, name) }) {
			return
		}
		t.Errorf("%s:%d asks for %s: ask its kind for what it takes", file, line, text)
	})
	if all := len(costs.Kinds()); found < all {
		t.Errorf("only %d ids were found, and there are %d platforms", found, all)
	}
}
