package tui

import (
	"fmt"
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

// TestGoldenSplit draws them in every size with every look.
func TestGoldenSplit(t *testing.T) {
	for name, keys := range splitViews {
		for _, size := range sizes {
			for _, look := range looks[:3] {
				t.Run(fmt.Sprintf("%s/%dx%d/%s", name, size[0], size[1], look.name), func(t *testing.T) {
					a := newApp(t, look.config(preset(t, "hybrid"), kit.Split), size[0], size[1])
					press(a, keys...)
					requireGolden(t, a, look)
				})
			}
		}
	}
}

// TestGoldenSplitParts shows what the guide's system does not: one component,
// no calls, people counted, many components, a placement that cannot run, and a
// window as small as they get.
func TestGoldenSplitParts(t *testing.T) {
	for name, part := range map[string]struct {
		preset, set string
		keys        []string
		w, h        int
	}{
		"one":         {"scenario-b", "", nil, 120, 40},
		"undescribed": {"ml-inference", "", nil, 120, 40},
		"nothing":     {"ml-inference", "platforms.kubernetes.kind=eks-fargate", []string{"down"}, 120, 40},
		"open":        {"ml-inference", "platforms.kubernetes.kind=eks-fargate", []string{"down", "l", "x", "X", "enter"}, 80, 24},
		"fixed":       {"hybrid", "platforms.kubernetes.nodes=1", []string{"f", "esc", "enter", "down"}, 120, 40},
		"people":      {"hybrid", "people.include=true", []string{"down", "down", "down", "l"}, 120, 40},
		"given":       {"hybrid", "people.second_toolchain=150", nil, 120, 40},
		"small":       {"hybrid", "", []string{"l"}, 60, 16},
	} {
		t.Run(name, func(t *testing.T) {
			a := newApp(t, looks[3].config(growing(t, part.preset, part.set), kit.Split), part.w, part.h)
			press(a, part.keys...)
			requireGolden(t, a, looks[3])
		})
	}
	t.Run("many", func(t *testing.T) {
		a := newApp(t, looks[3].config(manyComponents(200), kit.Split), 120, 40)
		press(a, "end", "up", "up")
		requireGolden(t, a, looks[3])
	})
}

// TestGoldenLabStrips: the strips lie below the columns of the chart.
func TestGoldenLabStrips(t *testing.T) {
	for _, size := range sizes {
		for _, look := range looks[:3] {
			t.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], look.name), func(t *testing.T) {
				a := newApp(t, look.config(preset(t, "hybrid"), kit.Lab), size[0], size[1])
				press(a, "S")
				requireGolden(t, a, look)
			})
		}
	}
}
