package docs

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// pages are all pages for people, as paths from this folder.
func pages(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("*.md")
	if err != nil || len(found) == 0 {
		t.Fatalf("%d pages, %v", len(found), err)
	}
	return append(found, "../README.md", "../CONTRIBUTING.md")
}

var (
	quotedPath = regexp.MustCompile("`((?:main|go|checklist|costs|model|tui|testdata|docs)(?:/[A-Za-z0-9_.*/-]+|\\.go|\\.mod))`")
	linkedPath = regexp.MustCompile(`\]\(([^):#]+)(?:#[^)]*)?\)`)
)

// TestPathsOfPagesExist: what a page sends a reader to is there. Paths in
// backquotes are those of the module, links those of the page.
func TestPathsOfPagesExist(t *testing.T) {
	t.Parallel()
	for _, name := range pages(t) {
		text := page(t, name)
		for _, match := range quotedPath.FindAllStringSubmatch(text, -1) {
			if found, err := filepath.Glob(filepath.Join("..", match[1])); err != nil || len(found) == 0 {
				t.Errorf("%s names %s, which is not there", name, match[1])
			}
		}
		for _, match := range linkedPath.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), match[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", name, match[1])
			}
		}
	}
}

// TestReadmeIsShort: the first page is one that is read, and begins with what to
// type.
func TestReadmeIsShort(t *testing.T) {
	t.Parallel()
	text := page(t, "../README.md")
	if lines := strings.Count(text, "\n"); lines >= 150 {
		t.Errorf("README.md has %d lines, want less than 150", lines)
	}
	head, _, _ := strings.Cut(text, "\n## ")
	for _, want := range []string{"make run", "make test", "docs/lab.svg"} {
		if !strings.Contains(head, want) {
			t.Errorf("the head of README.md has no %s", want)
		}
	}
}

// TestMapHasEveryPackage: no folder of code is missing from the map, and each
// package says itself what lives there.
func TestMapHasEveryPackage(t *testing.T) {
	t.Parallel()
	text := page(t, "architecture.md")
	for folder, comment := range packages(t) {
		if !strings.Contains(text, "`"+folder+"`") {
			t.Errorf("architecture.md does not say what lives in %s", folder)
		}
		if !strings.HasPrefix(comment, "Package ") && !strings.HasPrefix(comment, "Command ") {
			t.Errorf("no file of %s says what lives there", folder)
		}
	}
}

// packages are the packages of the module below its own folder, each with its
// comment.
func packages(t *testing.T) map[string]string {
	t.Helper()
	comments := map[string]string{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, entry fs.DirEntry, err error) error {
		folder := path.Dir(name)
		if err != nil || folder == "." || entry.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", name), nil, parser.PackageClauseOnly|parser.ParseComments)
		if err == nil {
			comments[folder] += parsed.Doc.Text()
		}
		return err
	})
	if err != nil || len(comments) == 0 {
		t.Fatalf("%d packages, %v", len(comments), err)
	}
	return comments
}
