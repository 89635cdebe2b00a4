package tui

import (
	"testing"

	"runwhere/tui/kit"
)

// splitViews are what the split screen can show, and the keys to it.
var splitViews = map[string][]string{
	"moved":    {"down", "down", "down", "h", "j", "j", "j", "j", "j", "j", "j", "l"},
	"pinned":   {"x", "down", "down", "down", "h", "x"},
	"pattern":  {"f", "esc"},
	"reasons":  {"f"},
	"runnerup": {"r"},
	"detail":   {"end", "up", "home", "down", "down", "down", "enter"},
	"call":     {"end", "enter", "end"},
	"tax":      {"c", "down", "down"},
	"strip":    {"g"},
	"words":    {"g", "end"},
	"sorted":   {"s", "end"},
}

// TestGoldenSplit keeps them; a pane beside the table and a strip have more
// to show where there is room.
func TestGoldenSplit(t *testing.T) {
	requireParts(t, preset(t, "hybrid"), kit.Split, splitViews, "moved", "detail", "strip")
}

// TestGoldenSplitParts shows what the guide's system does not: one component,
// no calls, people counted, many components, a placement that cannot run, and a
// window as small as they get.
func TestGoldenSplitParts(t *testing.T) {
	for name, part := range map[string]struct {
		preset, set string
		keys        []string
		size        [2]int
	}{
		"one":         {"scenario-b", "", nil, wide},
		"undescribed": {"ml-inference", "", nil, wide},
		"nothing":     {"ml-inference", "platforms.kubernetes.kind=eks-fargate", []string{"down"}, wide},
		"open":        {"ml-inference", "platforms.kubernetes.kind=eks-fargate", []string{"down", "l", "x", "X", "enter"}, usual},
		"fixed":       {"hybrid", "platforms.kubernetes.nodes=1", []string{"f", "esc", "enter", "down"}, wide},
		"people":      {"hybrid", "people.include=true", []string{"down", "down", "down", "l"}, wide},
		"given":       {"hybrid", "people.second_toolchain=150", nil, wide},
		"small":       {"hybrid", "", []string{"l"}, smallest},
	} {
		t.Run(name, func(t *testing.T) {
			state{growing(t, part.preset, part.set), kit.Split, part.keys}.requirePart(t, block, part.size)
		})
	}
	t.Run("many", func(t *testing.T) {
		state{manyComponents(200), kit.Split, []string{"end", "up", "up"}}.requirePart(t, block, wide)
	})
}

// TestGoldenLabStrips: the strips lie below the columns of the chart.
func TestGoldenLabStrips(t *testing.T) {
	state{preset(t, "hybrid"), kit.Lab, []string{"S"}}.requirePart(t, dark, wide)
}
