package file

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// drawAny draws a scenario through the field table: any field may be given, as
// a word, a figure or a range, so that a new field is tested without a line here.
func drawAny(t *rapid.T) scenario.Scenario {
	s := scenario.Scenario{}
	names := []string{"api", "orders-api", "a.b", "Zähler 1", "yes", "12", "x: y # z", `quo"te\`, "日本"}
	components := rapid.Permutation(names).Draw(t, "names")[:rapid.IntRange(0, 4).Draw(t, "components")]
	for i, name := range components {
		s.Components = append(s.Components, scenario.Component{Name: name})
		for range rapid.IntRange(0, len(components)-1).Draw(t, "calls") {
			to := components[(i+rapid.IntRange(1, len(components)-1).Draw(t, "to"))%len(components)]
			s.Components[i].Calls = append(s.Components[i].Calls, scenario.Call{To: to})
		}
	}
	chance := rapid.IntRange(1, 6).Draw(t, "one in")
	for _, f := range scenario.Fields() {
		for _, at := range elementsOf(f, &s) {
			if f.Naming || f.SetOnly || rapid.IntRange(1, chance).Draw(t, f.Path.String()) != 1 {
				continue
			}
			drawField(t, f, &s, at)
		}
	}
	return s
}

// elementsOf returns where in the scenario a field is.
func elementsOf(f *scenario.Field, s *scenario.Scenario) []scenario.At {
	if !f.Path.Repeats() {
		return []scenario.At{{}}
	}
	var elements []scenario.At
	for i := range s.Components {
		if !f.Path.In(paths.Call) {
			elements = append(elements, scenario.At{Component: i})
			continue
		}
		for j := range s.Components[i].Calls {
			elements = append(elements, scenario.At{Component: i, Call: j})
		}
	}
	return elements
}

func drawField(t *rapid.T, f *scenario.Field, s *scenario.Scenario, at scenario.At) {
	words := f.Choices
	text := ""
	switch {
	case f.Kind == quantity.Choices:
		picked := rapid.Permutation(words).Draw(t, "words")
		text = strings.Join(picked[:rapid.IntRange(1, len(picked)).Draw(t, "how many")], ",")
	case f.Kind == quantity.Week:
		text = strings.Repeat("1, 0, 3.5, 1e-3, 250, 7, ", 28)
		text = "[" + text[:len(text)-2] + "]"
	case f.Kind == quantity.Pairs:
		drawCorrelations(t, s)
		return
	case f.Kind == quantity.Pools:
		text = rapid.SampledFrom([]string{"{batch: {}}", `{batch: {node: m5.large, min_nodes: 3}, "1.0": {spot_share: 100%}}`, "{batch: {node: auto, spot_share: 12.5%}, x y: {}}"}).Draw(t, "pools")
	case f.Kind == quantity.Agreed:
		text = rapid.SampledFrom([]string{"[{match: aws.*, percent: 9}]", `[{match: "*", percent: 0.5, region: eu-west-1}, {match: lambda.requests, percent: 12.25, source: "a, {b}", as_of: 2026-10}]`}).Draw(t, "agreed")
	case f.Path == paths.ComponentPool:
		text, s.Kubernetes.Pools = "batch", []scenario.Pool{{Name: "batch"}}
	case f.Kind == quantity.Flag:
		text = rapid.SampledFrom([]string{"true", "false"}).Draw(t, "flag")
	case f.Kind == quantity.Text:
		text = rapid.SampledFrom([]string{"plain", "null", "1.5", "- x", "é#", "a, b", "{", "'", "c5.xlarge", "us-east-1"}).Draw(t, "text")
	case len(words) > 0 && rapid.Bool().Draw(t, "word"):
		text = rapid.SampledFrom(words).Draw(t, "choice")
	case !f.Kind.Numeric():
		text = "7"
		if !f.OrWhole {
			text = words[0]
		}
	default:
		low, high := rapid.Float64Range(f.Min, f.Max).Draw(t, "low"), rapid.Float64Range(f.Min, f.Max).Draw(t, "high")
		low, high = scenariotest.NotTooSmall(f, low), scenariotest.NotTooSmall(f, high)
		if f.Whole {
			low, high = float64(int64(low)), float64(int64(high))
		}
		a := quantity.Amount{Low: min(low, high), High: max(low, high)}
		if f.Exact || rapid.Bool().Draw(t, "exact") {
			a = quantity.Exactly(low)
		}
		if err := f.SetAmount(s, at, a); err != nil {
			t.Fatalf("%v does not fit: %v", a, err)
		}
		return
	}
	if err := f.SetText(s, at, text); err != nil {
		t.Fatal(err)
	}
}

// drawCorrelations draws pairs of any figures of the scenario, so near to 0 that
// they hold together.
func drawCorrelations(t *rapid.T, s *scenario.Scenario) {
	var keys []string
	for _, f := range scenario.Fields() {
		for _, at := range elementsOf(f, s) {
			if f.Kind.Numeric() && !f.Exact {
				keys = append(keys, f.KeyAt(s, at))
			}
		}
	}
	keys = rapid.Permutation(keys).Draw(t, "keys")[:6]
	for i := range rapid.IntRange(1, 3).Draw(t, "pairs") {
		s.Correlate = append(s.Correlate, scenario.Correlation{A: keys[i], B: keys[i+1+i%2], Rank: rapid.Float64Range(-0.4, 0.4).Draw(t, "rank") + 0})
	}
}

func TestEveryScenarioIsReadBackFromEveryForm(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawAny(t)
		file := Encode(s)
		for name, data := range map[string][]byte{"canonical": file, "commented": EncodeCommented(s)} {
			back, err := Decode("s.yaml", data)
			if err != nil || !scenariotest.Same(back, s) {
				t.Fatalf("%s: %v\n%#v\n%#v\n%s", name, err, back, s, data)
			}
			if again := Encode(back); !bytes.Equal(again, file) {
				t.Fatalf("%s: written again as\n%s\nand first as\n%s", name, again, file)
			}
		}
	})
}

func TestEncodeIsCanonical(t *testing.T) {
	t.Parallel()
	const messy = `{growth: {monthly: 0.08}, platforms: {compare: [eks], kubernetes: {nodes: 03, kind: "eks"}},
 components: [{requests_per_month: "50,000,000", name: 'api', calls: [{payload: 8KB, to: pdf}], traits: [gpu]}, {name: pdf, memory: 1 GB}],
 checklist: {requests_per_month: 20000K..80M, platform_team: yes}, name: 007, runwhere: 1, architecture: {needs_multi_cloud: no, microservices: 12}}`
	const want = `runwhere: 1
name: "007"
checklist:
  platform_team: true
  requests_per_month: 20M..80M
architecture:
  microservices: 12
  multi_cloud: false
components:
  - name: api
    requests_per_month: 50M
    traits: [gpu]
    calls:
      - {to: pdf, payload: 8000B}
  - name: pdf
    memory: 1024MiB
platforms:
  kubernetes:
    kind: eks
    nodes: 3
  compare: [eks]
growth:
  monthly: 8%
`
	s, err := Decode("messy.yaml", []byte(messy))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(Encode(s)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := string(Encode(scenario.Scenario{})); got != "runwhere: 1\n" {
		t.Errorf("the empty scenario is %q", got)
	}
}

// TestTheTemplateListsEveryKey takes the comment mark off every line with a key:
// the result must be a scenario in which each of those keys is given.
func TestTheTemplateListsEveryKey(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]scenario.Scenario{"empty": {}, "two components": {Components: []scenario.Component{{Name: "one"}, {Name: "two"}}}} {
		template := EncodeCommented(s)
		key := regexp.MustCompile(`(?m)^( *)# ( *(?:- )?[{a-z0-9_]+:.*)$`)
		file := key.ReplaceAll(template, []byte("$1$2"))
		file = bytes.ReplaceAll(file, []byte("{to: another,"), []byte("{to: two,"))
		if name == "empty" {
			file = append(bytes.Replace(file, []byte("components:"), []byte("components:\n  - name: two"), 1), '\n')
		}
		given, err := Decode("template.yaml", file)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, file)
			continue
		}
		at := scenario.At{Component: slices.IndexFunc(given.Components, func(c scenario.Component) bool { return c.Name != "two" })}
		for _, f := range scenario.Fields() {
			if _, ok := f.Text(&given, at); !ok {
				t.Errorf("%s: the template has no %s", name, f.Path)
			}
		}
		for line := range bytes.Lines(template) {
			if len(line) > 200 && !bytes.Contains(line, []byte("shape: [")) { // a week is 168 figures
				t.Errorf("%s: a line of %d bytes: %s", name, len(line), line)
			}
		}
	}
}

// TestEncodingSurvivesWhatNoFileHolds writes a scenario that no file could
// hold; nothing may panic and the output must stay one line a value.
func TestEncodingSurvivesWhatNoFileHolds(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{Name: scenario.Some("a\nb\x00\xff"), Components: []scenario.Component{{Name: ""}, {Name: "x", Calls: []scenario.Call{{}}}}}
	for _, data := range [][]byte{Encode(s), EncodeCommented(s)} {
		if bytes.IndexByte(data, 0) >= 0 || bytes.IndexByte(data, 0xff) >= 0 || !bytes.Contains(data, []byte(`name: "a\U0000000ab`)) {
			t.Errorf("%q", data)
		}
	}
}
