package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"runwhere/costs/paths"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	growthscreen "runwhere/tui/growth"
	"runwhere/tui/kit"
)

// growing is a preset that grows, with a cost of moving.
func growing(t testing.TB, name, text string) scenario.Scenario {
	t.Helper()
	s := preset(t, name)
	for _, set := range strings.Fields(text) {
		path, value, _ := strings.Cut(set, "=")
		f, ok := scenario.FieldOf(paths.Path{}.Dot(path))
		if !ok {
			t.Fatalf("no field %s", path)
		}
		if err := f.SetText(&s, scenario.At{}, value); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

const eightPercent = "growth.monthly=8% growth.migration_cost=1000"

func TestGoldenGrowth(t *testing.T) {
	s := state{growing(t, "saas-api", eightPercent), kit.Lab, []string{"g"}}
	t.Run("usual", func(t *testing.T) { s.requirePart(t, dark, usual) })
	t.Run("wide", func(t *testing.T) { s.requirePart(t, dark, wide) })
	t.Run("block", func(t *testing.T) { s.requirePart(t, block, wide) })
	t.Run("ascii", func(t *testing.T) { s.requirePart(t, ascii, widest) })
}

// TestGoldenGrowthParts shows what the first sight does not: the end of the
// words, a fleet that saturates, no growth at all, twelve platforms, and a
// window as small as they get.
func TestGoldenGrowthParts(t *testing.T) {
	for name, part := range map[string]struct {
		preset, set string
		keys        []string
		size        [2]int
	}{
		"end":       {"saas-api", eightPercent, []string{"g", "end"}, usual},
		"saturates": {"scenario-b", eightPercent, []string{"g"}, wide},
		"flat":      {"scenario-b", "", []string{"g"}, wide},
		"people":    {"saas-api", eightPercent + " people.include=true", []string{"g"}, wide},
		"hybrid":    {"hybrid", eightPercent, []string{"g"}, widest},
		"twelve":    {"saas-api", eightPercent + " platforms.compare=eks-auto,eks-fargate,gke,gke-autopilot,aks,cloud-run,cloud-functions,azure-flex,container-apps", []string{"g"}, wide},
		"small":     {"saas-api", eightPercent, []string{"g"}, smallest},
		"exact":     {"saas-api", eightPercent, []string{"g", "=", "1", "2"}, usual},
		"nothing":   {"ml-inference", eightPercent, []string{"g"}, usual},
	} {
		t.Run(name, func(t *testing.T) {
			state{growing(t, part.preset, part.set), kit.Lab, part.keys}.requirePart(t, dark, part.size)
		})
	}
}

func TestGrowthSliders(t *testing.T) {
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Lab}, 120, 40)
	press(a, "g")
	g := func() scenario.Growth { return a.ctx.Session.Scenario.Growth }
	for _, step := range []struct {
		keys []string
		want float64
	}{
		{[]string{"right", "right"}, 0.02},
		{[]string{"right", "right", "left"}, 0.03},
		{[]string{"shift+right"}, 0.13},
		{[]string{"=", "1", "2", ".", "5", "%", "enter"}, 0.125},
		{[]string{"right"}, 0.14},
		{[]string{"=", "8", "enter"}, 0.08},
	} {
		press(a, step.keys...)
		if got, _ := g().Monthly.Get(); got.Value() != step.want {
			t.Errorf("%v: %v a month, want %v", step.keys, got.Value(), step.want)
		}
	}
	press(a, "down", "left")
	if got, _ := g().HorizonMonths.Get(); got.Value() != 23 {
		t.Errorf("%v months", got.Value())
	}
	press(a, "down", "right")
	if got, _ := g().MigrationCost.Get(); got.Value() != 1000 {
		t.Errorf("the first step of the migration's cost is %v", got.Value())
	}
	press(a, "right", "left")
	if got, _ := g().MigrationCost.Get(); got.Value() != 1000 {
		t.Errorf("a step up and down is %v", got.Value())
	}
	press(a, "left")
	if got, _ := g().MigrationCost.Get(); got.Value() != 0 {
		t.Errorf("below the first step is %v", got.Value())
	}
	press(a, "shift+right", "backspace")
	if g().MigrationCost.Given() {
		t.Error("backspace leaves the value")
	}
	press(a, "u")
	if !g().MigrationCost.Given() {
		t.Error("undo does not reach the window")
	}
}

// TestGrowthIsLive: what is on show follows every change, and a prompt comes
// back to the window whichever way it is left.
func TestGrowthIsLive(t *testing.T) {
	a := newApp(t, Config{Scenario: preset(t, "saas-api"), Start: kit.Lab}, 120, 40)
	press(a, "g")
	before := plain(a)
	if !strings.Contains(before, "No growth") {
		t.Error("a flat outlook does not say so")
	}
	press(a, "right")
	if after := plain(a); after == before || !strings.Contains(after, "At 1% a month") {
		t.Error("a step leaves the picture as it was")
	}
	for _, key := range []string{"esc", "enter"} {
		press(a, "=", key)
		if _, ok := a.window.(*growthscreen.Window); !ok {
			t.Errorf("%s in the prompt does not come back to the window", key)
		}
	}
	press(a, "=", "x", "enter")
	if _, ok := a.window.(*growthscreen.PromptOver); !ok {
		t.Error("a value that cannot be read is taken")
	}
	press(a, "esc")
	press(a, "t")
	if w := a.window.(*growthscreen.Window); !w.Outlook.People {
		t.Error("people do not reach the window")
	}
	drawn := a.window.(*growthscreen.Window).Text
	press(a, "ctrl+t")
	if slices.Equal(a.window.(*growthscreen.Window).Text, drawn) {
		t.Error("another theme leaves the window as it was")
	}
	for _, key := range []string{"esc", "q", "g"} {
		if press(a, key) || a.window != nil {
			t.Errorf("%s does not close the window", key)
		}
		press(a, "g")
	}
}

// TestGrowthFits: no preset makes a line too wide or panics at any size.
func TestGrowthFits(t *testing.T) {
	for _, p := range scenariofile.Presets() {
		for _, set := range []string{"", "growth.monthly=1000% growth.horizon_months=120", "growth.monthly=30% growth.horizon_months=1"} {
			a := newApp(t, Config{Scenario: growing(t, p.Name, set), Start: kit.Lab}, 80, 24)
			press(a, "g")
			for _, size := range [][2]int{{60, 16}, {76, 17}, {99, 30}, {149, 45}, {152, 50}, {240, 80}} {
				a.resize(size[0], size[1])
				requireSize(t, a.Frame(), size[0], size[1])
				w := a.window.(*growthscreen.Window)
				for _, line := range w.Text {
					if width := ansi.StringWidth(line); width > size[0]-2 {
						t.Errorf("%s at %v: %d cells: %s", p.Name, size, width, ansi.Strip(line))
					}
				}
			}
		}
	}
}

func TestGrowthMouse(t *testing.T) {
	a := newApp(t, Config{Scenario: preset(t, "saas-api"), Start: kit.Lab}, 120, 40)
	press(a, "g")
	w := a.window.(*growthscreen.Window)
	for y, line := range a.body() {
		if before, _, there := strings.Cut(ansi.Strip(line), "migration"); there {
			w.Click(ansi.StringWidth(before), y)
		}
	}
	if w.WhatIf.At != 2 {
		t.Errorf("slider %d is chosen", w.WhatIf.At)
	}
	w.Click(0, 0)
}

// BenchmarkGrowthWindow is a key of a slider with the frame after it, and a
// frame of which nothing has changed.
func BenchmarkGrowthWindow(b *testing.B) {
	for _, name := range []string{"saas-api", "hybrid"} {
		a := newApp(b, Config{Scenario: preset(b, name), Start: kit.Lab}, 200, 60)
		press(a, "g")
		b.Run(name+"/key", func(b *testing.B) {
			keys, i := []string{"right", "left"}, 0
			for b.Loop() {
				press(a, keys[i%2])
				_ = a.View()
				i++
			}
		})
		b.Run(name+"/view", func(b *testing.B) {
			for b.Loop() {
				_ = a.View()
			}
		})
	}
}
