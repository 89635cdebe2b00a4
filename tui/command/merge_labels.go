package command

import (
	"fmt"
	"path/filepath"
	"strings"

	"runwhere/model/merge"
)

// mergeLabels returns short names of files that tell them apart: the base
// name, with as much of the path before it as that takes.
func mergeLabels(files []string) []string {
	parts := make([][]string, len(files))
	for i, name := range files {
		parts[i] = []string{label(name)}
		if name != standardStream {
			parts[i] = strings.Split(filepath.ToSlash(filepath.Clean(name)), "/")
		}
	}
	labels := make([]string, len(files))
	for i := range parts {
		length := 1
		for length < len(parts[i]) && sharesEnd(parts, i, length) {
			length++
		}
		labels[i] = merge.LabelPrinted(strings.Join(lastOf(parts[i], length), "/"))
	}
	return numbered(labels)
}

// sharesEnd reports whether another path ends in the same elements.
func sharesEnd(parts [][]string, i, length int) bool {
	end := strings.Join(lastOf(parts[i], length), "/")
	for j := range parts {
		if j != i && strings.Join(lastOf(parts[j], length), "/") == end {
			return true
		}
	}
	return false
}

func lastOf(parts []string, n int) []string { return parts[max(0, len(parts)-n):] }

// numbered tells labels apart that are still alike, as names can be of which
// only unprintable characters differ.
func numbered(labels []string) []string {
	taken := map[string]bool{}
	for i, l := range labels {
		for n := 2; taken[labels[i]]; n++ {
			labels[i] = fmt.Sprintf("%s (%d)", l, n)
		}
		taken[labels[i]] = true
	}
	return labels
}
