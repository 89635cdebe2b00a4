package tui

import (
	"strings"
	"testing"
	"time"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/scenario"
	"runwhere/tui/kit"
)

// benchScenario is a preset, or Scenario B with twelve platforms on its chart or
// with ranges, which every key draws 2,000 times.
func benchScenario(b *testing.B, name string) scenario.Scenario {
	b.Helper()
	switch name {
	case "twelve platforms":
	case "500 components":
		return manyComponents(500)
	case "ranges":
		return withRanges(b, fiveRanges...)
	case "hybrid with ranges":
		s := preset(b, "hybrid")
		for i := range s.Components[:5] {
			var err error
			if s, err = scenario.Set(s, "components."+s.Components[i].Name+".duration=100ms..800ms"); err != nil {
				b.Fatal(err)
			}
		}
		return s
	default:
		return preset(b, name)
	}
	s := preset(b, "scenario-b")
	s.Compare = []string{
		"eks-auto", "eks-fargate", "gke", "gke-autopilot", "aks", "cloud-run", "cloud-functions", "azure-flex", "container-apps",
	}
	return s
}

// keysToFrames measures keys with the whole frame after each: Update and View as
// Bubble Tea calls them. What the worker is given to do comes after the frame, in
// time of its own: settled-ns is how long it takes until all in sight is known.
func keysToFrames(b *testing.B, a *App, keys ...string) {
	b.ReportAllocs()
	var settled time.Duration
	i := 0
	for b.Loop() {
		_, cmd := a.Update(keyMsg(keys[i%len(keys)]))
		_ = a.View()
		i++
		if cmd == nil {
			continue
		}
		b.StopTimer()
		began := time.Now()
		drain(a, cmd)
		settled += time.Since(began)
		b.StartTimer()
	}
	b.ReportMetric(float64(settled.Nanoseconds())/float64(i), "settled-ns/op")
}

// BenchmarkSliderKey is a key of a slider until its frame, at 200×60.
func BenchmarkSliderKey(b *testing.B) {
	for _, name := range []string{"scenario-b", "twelve platforms", "hybrid", "500 components", "ranges", "hybrid with ranges"} {
		b.Run(name, func(b *testing.B) {
			a := newApp(b, Config{Scenario: benchScenario(b, name), Start: kit.Lab}, 200, 60)
			if strings.HasPrefix(name, "hybrid") || strings.HasPrefix(name, "500") {
				press(a, "down") // the first slider chooses the component
			}
			keysToFrames(b, a, "right", "left")
		})
	}
}

// BenchmarkView is a frame of which nothing has changed.
func BenchmarkView(b *testing.B) {
	a := newApp(b, Config{Scenario: preset(b, "scenario-b"), Start: kit.Lab}, 200, 60)
	b.ReportAllocs()
	for b.Loop() {
		_ = a.View()
	}
}

// BenchmarkRecompute reads all curves at 240 columns and finds all crossovers
// and the envelope.
func BenchmarkRecompute(b *testing.B) {
	for _, name := range []string{"scenario-b", "twelve platforms", "hybrid"} {
		b.Run(name, func(b *testing.B) {
			book, err := pricebook.Embedded()
			if err != nil {
				b.Fatal(err)
			}
			s := benchScenario(b, name)
			b.ReportAllocs()
			for b.Loop() {
				e, err := model.Evaluate(s, book)
				if err != nil {
					b.Fatal(err)
				}
				for _, c := range e.Curves {
					for x := range 240 {
						_ = c.Cost(10e3 * float64(x*x*x))
					}
				}
			}
		})
	}
}

// BenchmarkSplitMove is a move by hand on the split screen with the whole frame
// after it, at 200×60: of the guide's 18 components, and of 500.
func BenchmarkSplitMove(b *testing.B) {
	for name, s := range map[string]scenario.Scenario{"18": preset(b, "hybrid"), "500": manyComponents(500)} {
		b.Run(name, func(b *testing.B) {
			a := newApp(b, Config{Scenario: s, Start: kit.Split}, 200, 60)
			press(a, "down", "down", "down")
			keysToFrames(b, a, "h", "l")
		})
	}
}

// BenchmarkOpenVerdict is the key that opens the verdict until its first
// frame; the flips are searched behind it.
func BenchmarkOpenVerdict(b *testing.B) {
	for _, name := range []string{"scenario-b", "hybrid"} {
		b.Run(name, func(b *testing.B) {
			a := newApp(b, Config{Scenario: preset(b, name), Start: kit.Lab}, 120, 40)
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				if err := a.ctx.Session.Show(a.ctx.Session.Scenario); err != nil {
					b.Fatal(err)
				}
				a.screen = kit.Lab
				b.StartTimer()
				a.Update(keyMsg("5"))
				_ = a.View()
			}
		})
	}
}
