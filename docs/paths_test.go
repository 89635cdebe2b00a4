package docs

import (
	"io/fs"
	"os"
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

// TestMapHasEveryPackage: no folder of code is missing from the map.
func TestMapHasEveryPackage(t *testing.T) {
	t.Parallel()
	text, seen := page(t, "architecture.md"), map[string]bool{".": true}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		folder, err := filepath.Rel("..", filepath.Dir(path))
		if name := "`" + filepath.ToSlash(folder) + "`"; !seen[folder] && !strings.Contains(text, name) {
			t.Errorf("architecture.md does not say what lives in %s", name)
		}
		seen[folder] = true
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
