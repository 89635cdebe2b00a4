package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func readFigures(name string) (map[string]figure, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	figures := map[string]figure{}
	return figures, json.Unmarshal(data, &figures)
}

func writeFigures(name string, figures map[string]figure) error {
	data, err := json.MarshalIndent(figures, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, append(data, '\n'), 0o644)
}

func printHead() {
	fmt.Printf("%-46s %14s %10s %10s %5s %9s %9s %9s\n", "work", "aim", "measured", "CPU", "MB", "floor", "x floor", "x before")
	fmt.Println(strings.Repeat("-", 119))
}

func printRow(r row, f figure, before map[string]figure) {
	old := "-"
	if b, known := before[r.work]; known {
		old = fmt.Sprintf("%.2f", b.ratio())
		if b.Late {
			old = "> " + old
		}
	}
	cpu, mb, late := "-", "-", ""
	if f.CPU > 0 {
		cpu, mb = inWords(f.CPU), fmt.Sprintf("%.0f", f.MB)
	}
	if f.Late {
		late = "> "
	}
	fmt.Printf("%-46s %14s %10s %10s %5s %9s %9s %9s\n", r.work, r.aim, late+inWords(f.MS), cpu, mb, inWords(f.Floor), late+fmt.Sprintf("%.2f", f.ratio()), old)
}

func inWords(ms float64) string {
	if ms >= 1000 {
		return fmt.Sprintf("%.2f s", ms/1000)
	}
	return fmt.Sprintf("%.2f ms", ms)
}
