package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// writeInputs writes the scenarios that no file of the repository has.
func writeInputs(dir string) error {
	return os.WriteFile(filepath.Join(dir, "500.yaml"), []byte(manyComponents(500)), 0o600)
}

// manyComponents is a system of components of all sizes, loads and traits. The
// strides share no divisor with the lengths, so that all combinations come.
func manyComponents(n int) string {
	patterns := []string{"steady", "spiky", "event-driven", "real-time"}
	var b strings.Builder
	b.WriteString("runwhere: 1\nname: " + fmt.Sprint(n) + " components\ncomponents:\n")
	for i := range n {
		duration := 20 << (i * 7 % 6) // ms, to 640
		fmt.Fprintf(&b, "- name: c%03d\n  requests_per_month: %d\n  duration: %dms\n  cpu_time: %dms\n  memory: %dMiB\n  traffic: %s\n",
			i, 30_000<<(i*5%11), duration, duration/(1+i%4), 64<<(i*3%5), patterns[i%len(patterns)])
		if i%9 == 0 {
			b.WriteString("  traits: [stateful]\n")
		}
	}
	return b.String()
}
