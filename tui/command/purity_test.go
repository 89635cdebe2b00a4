package command

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// impureImports are packages, with all below them, that reach outside of the
// program or depend on when and where it runs.
var impureImports = []string{
	"charm.land", "github.com/charmbracelet", "os", "net", "syscall", "io/ioutil", "math/rand", "crypto/rand",
	"runtime", "plugin", "log", "unsafe", "testing", "time", "golang.org/x/sys", "golang.org/x/term", "C",
}

// imports lists what each package of the arithmetic may import of ours, low to
// high: every import points down this list. A package that is not listed fails.
var imports = []struct {
	name string
	may  []string
}{
	{"checklist", nil},
	{"costs/paths", []string{"checklist"}},
	{"costs/words", nil},
	{"costs/places", nil},
	{"costs/pricebook", []string{"checklist", "costs/paths", "costs/words"}},
	{"costs", []string{"checklist", "costs/paths", "costs/places", "costs/pricebook", "costs/words"}},
	{"costs/offers", []string{"checklist", "costs", "costs/paths", "costs/pricebook"}},
	{"model/visible", nil},
	{"model/quantity", []string{"checklist", "costs/words"}},
	{"model/scenario", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity"}},
	{"model/scenario/file", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario"}},
	{"model/split", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario"}},
	{"model/plan", []string{"checklist", "costs", "costs/paths", "costs/places", "costs/pricebook", "costs/words", "model/quantity", "model/scenario"}},
	{"model", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan"}},
	{"model/search", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan", "model"}},
	{"model/uncertainty", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan", "model"}},
	{"model/growth", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan", "model"}},
	{"model/merge", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan", "model"}},
	{"model/guide", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan", "model", "model/search"}},
	{"model/study", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan", "model", "model/search", "model/uncertainty", "model/guide", "model/growth", "model/merge"}},
	{"model/report/doc", nil},
	{"model/report", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan", "model", "model/search", "model/uncertainty", "model/guide", "model/growth", "model/merge", "model/study", "model/report/doc"}},
	{"model/report/json", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan", "model", "model/search", "model/uncertainty", "model/guide", "model/growth", "model/merge", "model/study", "model/report"}},
	{"model/backtest", []string{"checklist", "costs", "costs/paths", "costs/pricebook", "costs/words", "model/visible", "model/quantity", "model/scenario", "model/scenario/file", "model/split", "model/plan", "model", "model/search", "model/uncertainty", "model/guide", "model/growth", "model/merge", "model/study", "model/report", "model/report/json"}},
}

// TestPurity keeps the arithmetic free of files, clock, network, environment
// and the screen, and the dependencies pointing one way. Packages whose name ends
// in test help the tests of several others: they are pure too, and as no list of
// imports has them, only tests import them.
func TestPurity(t *testing.T) {
	t.Parallel()
	may, all := map[string][]string{}, []string{}
	for _, p := range imports {
		may[p.name], all = p.may, append(all, p.name)
	}
	for _, root := range []string{"checklist", "costs", "model"} {
		files := 0
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			name := filepath.ToSlash(filepath.Dir(path))
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			files++
			ours, listed := may[name]
			if strings.HasSuffix(name, "test") {
				ours, listed = append(all, name, "testing"), true
			}
			if !listed {
				t.Errorf("%s is a package that the order of imports does not list", name)
			}
			checkImports(t, path, ours)
			return nil
		})
		if err != nil || files == 0 {
			t.Errorf("%s: %d files, %v", root, files, err)
		}
	}
}

func checkImports(t *testing.T, path string, ours []string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Error(err)
		return
	}
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Error(err)
		}
		if name == "math/rand/v2" {
			checkSeeded(t, path, parsed)
			continue
		}
		for _, bad := range impureImports {
			if (name == bad || strings.HasPrefix(name, bad+"/")) && !slices.Contains(ours, name) {
				t.Errorf("%s imports %s", path, name)
			}
		}
		if own, ok := strings.CutPrefix(name, "runwhere/"); ok && !slices.Contains(ours, own) {
			t.Errorf("%s imports %s; its package may import %s", path, name, strings.Join(ours, ", "))
		}
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		if f, ok := n.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			t.Errorf("%s has an init function: nothing is worked out before it is asked for", path)
		}
		return true
	})
}

// checkSeeded allows of random numbers only a generator that is made from a
// seed: the functions of the package itself draw from one that is not.
func checkSeeded(t *testing.T, path string, parsed *ast.File) {
	t.Helper()
	ast.Inspect(parsed, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		of, ok := selector.X.(*ast.Ident)
		if ok && of.Name == "rand" && of.Obj == nil && selector.Sel.Name != "New" && selector.Sel.Name != "NewPCG" && selector.Sel.Name != "PCG" && selector.Sel.Name != "Rand" {
			t.Errorf("%s uses rand.%s, which has no seed", path, selector.Sel.Name)
		}
		return true
	})
}

// screens are the packages of tui from low to high, those that are side by
// side together: each may import what is before it and none beside it.
var screens = [][]string{
	{"ask", "plot", "keys"},
	{"session"},
	{"kit"},
	{"chart"},
	{"window"},
	{"slider"},
	{"checklist", "system", "growth", "lab", "split", "verdict"},
}

// TestScreensStandApart: no screen imports a screen, and what screens are made
// of knows none.
func TestScreensStandApart(t *testing.T) {
	t.Parallel()
	var below []string
	for _, level := range screens {
		for _, name := range level {
			files, err := filepath.Glob(filepath.Join("tui", name, "*.go"))
			if err != nil || len(files) == 0 {
				t.Errorf("tui/%s: %d files, %v", name, len(files), err)
			}
			for _, file := range files {
				if strings.HasSuffix(file, "_test.go") {
					continue
				}
				for _, imported := range importsOf(t, file) {
					if own, ok := strings.CutPrefix(imported, "runwhere/tui/"); ok && !slices.Contains(below, own) {
						t.Errorf("%s imports tui/%s; its package may import %s", file, own, strings.Join(below, ", "))
					}
				}
			}
		}
		below = append(below, level...)
	}
}

// mostFiles is how many files a package may have, tests apart; the engine with
// its platforms may have more.
const mostFiles, mostOfTheEngine = 40, 60

// TestNoPackageIsAHall: a package that outgrows its room is divided.
func TestNoPackageIsAHall(t *testing.T) {
	t.Parallel()
	count := map[string]int{}
	for _, root := range []string{"checklist", "costs", "model", "tui"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
				count[filepath.ToSlash(filepath.Dir(path))]++
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, n := range count {
		most := mostFiles
		if name == "costs" {
			most = mostOfTheEngine
		}
		if n > most {
			t.Errorf("%s has %d files, at most %d", name, n, most)
		}
	}
}

// importsOf lists what a file imports.
func importsOf(t *testing.T, path string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}
