package tui

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"runwhere/model"
)

// coarse is the number of steps that shift makes of one.
const coarse = 10

// slider is one assumption in reach of the arrow keys. What it changes goes
// through the same field table as files and --set do.
type slider struct {
	label string
	value string  // as shown
	plain string  // as typed
	about string  // what may be typed
	given bool    // whether somebody gave the value
	at    float64 // place on the rail, 0..1; negative for none

	field *model.Field
	step  func(by int) (model.Scenario, error)
	set   func(text string) (model.Scenario, error)
	clear func() (model.Scenario, error)
}

// allSliders lists the sliders of the present scenario.
func (p *labPane) allSliders() []slider {
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

// count is a slider over whole numbers from 0: one a step.
func (p *labPane) count(label, path string, v float64) slider {
	s := p.field(label, path, model.FormatNumber(v))
	s.step = func(by int) (model.Scenario, error) {
		next := math.Max(s.field.Min, v+float64(by))
		return s.set(model.FormatNumber(next))
	}
	return s
}

// orByDefault shows what is left to the platform in words.
func (s slider) orByDefault() slider {
	if s.value == "0" || s.value == "0%" {
		s.value, s.at = "its default", -1
	}
	return s
}

// field makes a slider of a field of the scenario, without its steps.
func (p *labPane) field(label, path, value string) slider {
	f, ok := model.FieldOf(path)
	if !ok {
		return slider{label: label, value: value, at: -1, given: true}
	}
	at := model.At{Component: p.component}
	base := p.session.Scenario
	_, given := f.Value(&base, at)
	if strings.HasPrefix(path, "components.") {
		base = p.session.Result.Explicit()
	}
	return slider{
		label: label, value: value, plain: value, about: about(f), given: given, at: -1, field: f,
		set: func(text string) (model.Scenario, error) {
			next := base.Clone()
			return next, f.SetText(&next, at, text)
		},
		clear: func() (model.Scenario, error) {
			next := base.Clone()
			f.Clear(&next, at)
			return next, nil
		},
	}
}

// about tells what a field means, what it allows and its default.
func about(f *model.Field) string {
	text := f.Doc
	if len(f.Choices) > 0 {
		text += "; one of " + strings.Join(f.Choices, ", ")
	} else if f.Kind.Numeric() {
		text += fmt.Sprintf("; %s to %s", model.FormatQuantity(f.Kind, f.Min), model.FormatQuantity(f.Kind, f.Max))
	}
	return text + "; default " + f.Default() + "; empty is the default"
}

// quantity is a slider over a quantity from lo to hi: twenty steps a decade.
func (p *labPane) quantity(label, path string, v, lo, hi float64) slider {
	s := p.field(label, path, "")
	kind := s.field.Kind
	s.value, s.plain = model.FormatQuantity(kind, rounded(v)), model.FormatQuantity(kind, v)
	s.at = math.Log(v/lo) / math.Log(hi/lo)
	s.step = func(by int) (model.Scenario, error) {
		next := math.Max(lo, math.Min(hi, nextOfSeries(v, by)))
		return s.set(model.FormatQuantity(kind, next))
	}
	return s
}

// share is a slider over a percentage: one point a step.
func (p *labPane) share(label, path string, v float64) slider {
	s := p.field(label, path, "")
	s.value, s.plain, s.at = model.FormatRatio(rounded(v)), model.FormatRatio(v), v
	s.step = func(by int) (model.Scenario, error) {
		next := math.Max(5, math.Min(100, math.Round(v*100)+float64(by)))
		return s.set(strconv.Itoa(int(next)) + "%")
	}
	return s
}

// part is a slider over a part of the whole from nothing on, by its own step.
func (p *labPane) part(label, path string, v, step float64) slider {
	s := p.field(label, path, "")
	s.value, s.plain, s.at = model.FormatRatio(rounded(v)), model.FormatRatio(v), v
	s.step = func(by int) (model.Scenario, error) {
		next := math.Max(0, math.Min(1, (math.Round(v/step)+float64(by))*step))
		if next < s.field.Min {
			return s.clear()
		}
		return s.set(model.FormatRatio(rounded(next)))
	}
	return s
}

// word is a slider over a list of words; nil is the field's own list. Shift
// makes no sense in a short list and moves by one as well. A word that cannot
// be priced here, such as a commitment that nobody publishes, is passed over;
// typing it says why.
func (p *labPane) word(label, path, v string, words []string) slider {
	s := p.field(label, path, v)
	if words == nil {
		words = s.field.Choices
	}
	s.step = func(by int) (model.Scenario, error) {
		if by > 1 || by < -1 {
			by /= coarse
		}
		at, first := slices.Index(words, v), error(nil)
		for i := 1; i <= len(words); i++ {
			next, err := s.set(words[((at+by*i)%len(words)+len(words))%len(words)])
			if err == nil {
				if _, err = model.Evaluate(next, p.session.Book); err == nil {
					return next, nil
				}
			}
			if first == nil {
				first = err
			}
		}
		return p.session.Scenario, first
	}
	return s
}

// showing returns the slider with its value in other words.
func (s slider) showing(words map[string]string) slider {
	s.value = words[s.value]
	return s
}

func (p *labPane) componentSlider(n int) slider {
	name := p.session.Result.Resolved.Workload.Components[p.component].Name
	return slider{
		label: "component", value: name, given: true, at: -1,
		step: func(by int) (model.Scenario, error) {
			p.component = ((p.component+by)%n + n) % n
			return p.session.Scenario, nil
		},
	}
}

func (p *labPane) nodeTypes() []string {
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

// nextOfSeries moves along a series of twenty values a decade, each of two
// significant digits: 1, 1.1, 1.3, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3.2, ….
func nextOfSeries(v float64, by int) float64 {
	if v <= 0 {
		return 0
	}
	k := math.Log10(v) * 20
	if by > 0 {
		k = math.Floor(k + 1e-9)
	} else {
		k = math.Ceil(k - 1e-9)
	}
	next := seriesValue(k + float64(by))
	if by > 0 && next <= v {
		return seriesValue(k + float64(by) + 1)
	}
	if by < 0 && next >= v {
		return seriesValue(k + float64(by) - 1)
	}
	return next
}

func seriesValue(k float64) float64 {
	v, _ := strconv.ParseFloat(strconv.FormatFloat(math.Pow(10, k/20), 'e', 1, 64), 64)
	return v
}

// rounded keeps four significant digits, for display only.
func rounded(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 3, 64), 64)
	return r
}

// round3 keeps three significant digits, for labels in the chart.
func round3(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 2, 64), 64)
	return r
}

// slidersTitle says that a letter marks defaults, and which of the sliders are
// in sight where not all of them are.
func (p *labPane) slidersTitle() string {
	room := max(1, p.layout.Sliders.H-2)
	if room >= len(p.sliders) {
		return "What if (d = default)"
	}
	first := p.firstSlider(room)
	return fmt.Sprintf("What if, %d to %d of %d", first+1, first+room, len(p.sliders))
}

// firstSlider is the first slider in sight: the chosen one stays in the middle.
func (p *labPane) firstSlider(room int) int {
	return max(0, min(p.at-room/2, len(p.sliders)-room))
}

// sliderLines draws one slider a line; a value that nobody gave is marked.
func (p *labPane) sliderLines(w int) []string {
	s := p.styles
	room := max(1, p.layout.Sliders.H-2)
	first := p.firstSlider(room)
	lines := make([]string, 0, room)
	for i := first; i < min(len(p.sliders), first+room); i++ {
		v := &p.sliders[i]
		pointer, label := "  ", s.Muted.Render(fit(v.label, 11, ""))
		if i == p.at {
			pointer, label = s.Accent.Render(s.Glyphs.Pointer+" "), s.Strong.Render(fit(v.label, 11, ""))
		}
		mark, ink := " ", s.Text
		if !v.given {
			mark, ink = "d", s.Default
		}
		rail := w - 2 - 12 - 13
		value := fit(v.value, 11, s.Glyphs.Ellipsis)
		if v.at < 0 || rail < 4 {
			value, rail = fit(v.value, max(0, w-2-12-2), s.Glyphs.Ellipsis), 0
		}
		lines = append(lines, pointer+label+" "+ink.Render(value)+s.Faint.Render(mark)+" "+s.rail(v.at, rail, i == p.at))
	}
	return lines
}

// rail draws where a value stands between its limits.
func (s *Styles) rail(at float64, w int, chosen bool) string {
	if w < 4 || at < 0 {
		return ""
	}
	knob := int(math.Round(math.Min(1, at) * float64(w-1)))
	ink := s.Faint
	if chosen {
		ink = s.Accent
	}
	return s.Faint.Render(strings.Repeat(s.Glyphs.Rail, knob)) + ink.Render(s.Glyphs.Knob) + s.Faint.Render(strings.Repeat(s.Glyphs.Rail, w-1-knob))
}
