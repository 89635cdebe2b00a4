package costs

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkParse reads the whole price book; the program does so once at its
// start and wants it done within 4 ms.
func BenchmarkParse(b *testing.B) {
	names, err := filepath.Glob("prices/*.yaml")
	if err != nil || len(names) == 0 {
		b.Fatalf("no price files: %v", err)
	}
	files := map[string][]byte{}
	for _, name := range names {
		if files[name], err = os.ReadFile(name); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for name, data := range files {
			if _, err := Parse(name, data); err != nil {
				b.Fatal(err)
			}
		}
	}
}
