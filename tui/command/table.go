package command

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// table aligns rows of cells in columns, two spaces apart; columns whose head
// begins with `>` are aligned to the right. Without a head all are left.
func table(head []string, rows [][]string) []byte {
	right := make([]bool, len(head))
	heads := make([]string, len(head))
	for i, h := range head {
		heads[i], right[i] = strings.TrimPrefix(h, ">"), strings.HasPrefix(h, ">")
	}
	if head != nil {
		rows = append([][]string{heads}, rows...)
	}
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
			if i < len(right) && right[i] {
				line += pad + cell + "  "
			} else {
				line += cell + pad + "  "
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return []byte(b.String())
}
