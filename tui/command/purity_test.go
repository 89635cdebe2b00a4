package command

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
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

// TestPurity keeps the arithmetic free of files, clock, network, environment
// and the screen, and the dependencies pointing one way.
func TestPurity(t *testing.T) {
	t.Parallel()
	allowed := map[string][]string{
		"checklist": {},
		"costs":     {},
		"model":     {"runwhere/costs", "runwhere/checklist", "runwhere/model"},
	}
	for root, ours := range allowed {
		files := 0
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			files++
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
			if name == bad || strings.HasPrefix(name, bad+"/") {
				t.Errorf("%s imports %s", path, name)
			}
		}
		if strings.HasPrefix(name, "runwhere/") && !within(name, ours) {
			t.Errorf("%s imports %s; dependencies point from tui to model to costs and checklist", path, name)
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

func within(name string, packages []string) bool {
	for _, p := range packages {
		if name == p || strings.HasPrefix(name, p+"/") {
			return true
		}
	}
	return false
}
