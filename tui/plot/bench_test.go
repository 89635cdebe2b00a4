package plot

import (
	"fmt"
	"math"
	"testing"
)

// benchChart has curves as a cost model makes them: metered lines and steps of
// nodes, with a few marks.
func benchChart(width, height, series int) Chart {
	c := Chart{
		Width: width, Height: height, XMin: 1e5, XMax: 1e10, XLabel: short, YLabel: dollars,
		Marks: []Mark{{X: 34e6, Label: "34M"}, {X: 5e7, Kind: You, Label: "you"}, {X: 1e9, Kind: Cursor, Label: "1B"}},
	}
	for i := range series {
		s := Series{Letter: 'A' + rune(i), Name: fmt.Sprintf("Platform %d", i), Dashed: i%5 == 4}
		if k := float64(i + 1); i%2 == 0 {
			s.At = func(x float64) float64 { return 3*k + x*k*4e-6 }
		} else {
			s.At = func(x float64) float64 { return 150 + 155*math.Max(2, math.Ceil(x/(k*1e7))) }
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func BenchmarkDraw(b *testing.B) {
	for _, size := range [][2]int{{132, 56}, {200, 60}} {
		for _, series := range []int{3, 12} {
			b.Run(fmt.Sprintf("%dx%d/series=%d", size[0], size[1], series), func(b *testing.B) {
				c := benchChart(size[0], size[1], series)
				var r Raster
				b.ReportAllocs()
				for b.Loop() {
					c.Draw(&r)
				}
			})
		}
	}
}

func BenchmarkRuns(b *testing.B) {
	c := benchChart(132, 56, 3)
	var r Raster
	c.Draw(&r)
	b.ReportAllocs()
	for b.Loop() {
		for y := range r.Height {
			for range r.Runs(y) { //nolint:revive // the runs themselves are what is measured
			}
		}
	}
}
