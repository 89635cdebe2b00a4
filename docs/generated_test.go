// Package docs holds the pages and, in tests alone, what generates those that
// follow from tables of the program: the keys, the keys of a scenario file and
// the picture. No code of the program lives here.
package docs

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the generated pages anew")

// requireGenerated holds a generated file against what it is generated from.
func requireGenerated(t *testing.T, file, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != want {
		t.Errorf("docs/%s is stale (%v); run make golden", file, err)
	}
}

// page reads a page of this folder.
func page(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
