package tui

import (
	"strconv"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// coarse is the number of steps that shift makes of one.
const coarse = 10

// slider is one assumption in reach of the arrow keys. What it changes goes
// through the same field table as files and --set do.
type slider struct {
	label string
	value string          // as shown
	plain string          // as typed
	about string          // what may be typed
	given bool            // whether somebody gave the value
	at    float64         // place on the rail, 0..1; negative for none
	wide  quantity.Amount // the range that the value is the middle of; not one where it is exact

	field *scenario.Field
	step  func(by int) (scenario.Scenario, error)
	set   func(text string) (scenario.Scenario, error)
	clear func() (scenario.Scenario, error)
}

// allSliders lists the sliders of the present scenario.
func (p *sliderColumn) allSliders() []slider {
	r := &p.session.Result.Resolved
	c := &r.Workload.Components[p.component]
	var sliders []slider
	if n := len(r.Workload.Components); n > 1 {
		sliders = append(sliders, p.componentSlider(n))
	}
	sliders = append(sliders,
		p.quantity("requests", "requests_per_month", p.session.Result.Volume(), 1e3, 1e12),
		p.quantity("duration", "components.*.duration", c.Duration, 0.001, 3600),
		p.quantity("cpu", "components.*.cpu_time", c.CPUTime, 0.001, 3600),
		p.quantity("memory", "components.*.memory", c.Memory, 16, 65536),
		p.quantity("peak/mean", "components.*.peak_to_mean", c.Shape.PeakToMean(), 1, 20),
	)
	sliders = append(sliders, p.kubernetesSliders()...)
	sliders = append(sliders, p.serverlessSliders()...)
	sliders = append(sliders, p.wasmSliders()...)
	return append(sliders, p.word("people", "people.include", strconv.FormatBool(r.IncludePeople), []string{"false", "true"}).
		showing(map[string]string{"false": "excluded", "true": "included"}))
}

func (p *sliderColumn) componentSlider(n int) slider {
	name := p.session.Result.Resolved.Workload.Components[p.component].Name
	return slider{
		label: "component", value: name, given: true, at: -1,
		step: func(by int) (scenario.Scenario, error) {
			p.component = stay(p.component+by, n)
			return p.session.Scenario, nil
		},
	}
}

func (p *sliderColumn) nodeTypes() []string {
	var types []string
	platform := p.session.Result.Platforms[0]
	for _, i := range p.session.Book.Instances(platform.Region) {
		if i.Provider == platform.Fleet.Node.Provider {
			types = append(types, i.Type)
		}
	}
	return types
}

// nodeCounts lists the settings of the nodes that the arrow keys pass through;
// others can be typed.
func nodeCounts() []string {
	counts := []string{"auto", "peak"}
	for n := 1; n <= 50; n++ {
		counts = append(counts, strconv.Itoa(n))
	}
	return counts
}
