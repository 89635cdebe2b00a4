package command

import (
	"runtime/debug"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
)

// TestVersionCommand: the command says what the flag says, and from when the
// prices are.
func TestVersionCommand(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	oldest, newest := book.AsOf()
	out := must(t, "", "version")
	for _, want := range []string{"runwhere " + version + "\n", "collected on " + book.Version(), "oldest as of " + oldest, "newest of " + newest} {
		if !strings.Contains(out, want) {
			t.Errorf("version does not say %q:\n%s", want, out)
		}
	}
	doc := decoded(t, must(t, "", "version", "--format", "json"))
	if got := at(t, doc, "version"); got != version {
		t.Errorf("the version is %v, want %s", got, version)
	}
	for key, want := range map[string]any{"version": book.Version(), "oldest": oldest, "newest": newest, "count": float64(len(book.Prices()))} {
		if got := at(t, doc, "prices", key); got != want {
			t.Errorf("prices.%s is %v, want %v", key, got, want)
		}
	}
}

// TestVersionNamesTheCommit: where the build knows its commit, it is named
// with its day; where it does not, nothing is made up.
func TestVersionNamesTheCommit(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	info := &debug.BuildInfo{GoVersion: "go1.26.0", Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "0123456789abcdef0123456789abcdef01234567"},
		{Key: "vcs.time", Value: "2026-11-27T10:11:12Z"},
		{Key: "vcs.modified", Value: "true"},
	}}
	v := versionOf(info, book)
	want := "commit 0123456789ab of 2026-11-27, with changes that are not committed\nbuilt with go1.26.0\n"
	if got := string(v.text()); !strings.Contains(got, want) {
		t.Errorf("version says\n%swant\n%s", got, want)
	}
	v = versionOf(nil, book)
	if got := string(v.text()); strings.Contains(got, "commit") || strings.Contains(got, "built") {
		t.Errorf("a build without information says\n%s", got)
	}
}
