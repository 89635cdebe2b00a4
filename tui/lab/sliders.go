package lab

import (
	"strconv"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/scenario"
	"runwhere/tui/keys"
	"runwhere/tui/slider"
)

// allSliders lists the sliders of the present scenario.
func allSliders(p *slider.Column) []slider.Slider {
	r := &p.Session.Result.Resolved
	c := &r.Workload.Components[p.Component]
	var sliders []slider.Slider
	if n := len(r.Workload.Components); n > 1 {
		sliders = append(sliders, componentSlider(p, n))
	}
	sliders = append(sliders,
		p.Quantity("requests", paths.Requests, p.Session.Result.Volume(), 1e3, 1e12),
		p.Quantity("duration", paths.ComponentDuration, c.Stated, 0.001, 3600),
		p.Quantity("cpu", paths.ComponentCPUTime, c.CPUTime, 0.001, 3600),
		p.Quantity("memory", paths.ComponentMemory, c.Memory, 16, 65536),
		p.Quantity("peak/mean", paths.ComponentPeakToMean, c.Shape.PeakToMean(), 1, 20),
	)
	sliders = append(sliders, kubernetesSliders(p)...)
	sliders = append(sliders, containersSliders(p)...)
	sliders = append(sliders, serverlessSliders(p)...)
	sliders = append(sliders, wasmSliders(p)...)
	return append(sliders, p.Word("people", paths.PeopleInclude, strconv.FormatBool(r.IncludePeople), []string{"false", "true"}).
		Showing(map[string]string{"false": "excluded", "true": "included"}))
}

func componentSlider(p *slider.Column, n int) slider.Slider {
	name := p.Session.Result.Resolved.Workload.Components[p.Component].Name
	return slider.Slider{
		Label: "component", Value: name, Given: true, At: -1,
		Step: func(by int) (scenario.Scenario, error) {
			p.Component = keys.Stay(p.Component+by, n)
			return p.Session.Scenario, nil
		},
	}
}

func nodeTypes(p *slider.Column) []string {
	var types []string
	platform := p.Session.Result.Platform(checklist.Kubernetes)
	for _, i := range p.Session.Book.Instances(platform.Region) {
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
