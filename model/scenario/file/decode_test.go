package file

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

func TestDecodeErrorsNameTheirPlace(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file string
		want []string // parts of the one line
	}{
		"empty":           {"", []string{"f.yaml", "empty"}},
		"no version":      {"name: x\n", []string{"f.yaml", "runwhere"}},
		"version 2":       {"runwhere: 2\n", []string{"f.yaml:1", "runwhere", "2", "1"}},
		"unknown key":     {"runwhere: 1\nnmae: x\n", []string{"f.yaml:2", "nmae", "name"}},
		"wrong unit":      {"runwhere: 1\ncomponents:\n  - {name: a, duration: 5MiB}\n", []string{"f.yaml:3", "components[0].duration", "5MiB", "ms"}},
		"negative":        {"runwhere: 1\ncomponents:\n  - {name: a, requests_per_month: -5}\n", []string{"f.yaml:3", "requests_per_month", "-5"}},
		"nan":             {"runwhere: 1\ncomponents:\n  - {name: a, memory: NaN}\n", []string{"f.yaml:3", "memory", "NaN"}},
		"absurd":          {"runwhere: 1\ncomponents:\n  - {name: a, requests_per_month: 1e300}\n", []string{"f.yaml:3", "requests_per_month", "1e300"}},
		"twice":           {"runwhere: 1\nname: a\nname: b\n", []string{"f.yaml:3", "name"}},
		"two components":  {"runwhere: 1\ncomponents:\n  - {name: a}\n  - {name: a}\n", []string{"f.yaml:4", "components[1].name", "a"}},
		"unknown traffic": {"runwhere: 1\nchecklist: {traffic: steddy}\n", []string{"f.yaml:2", "checklist.traffic", "steddy", "steady"}},
		"unknown call":    {"runwhere: 1\ncomponents:\n  - {name: a, calls: [{to: b}]}\n", []string{"f.yaml:3", "b"}},
		"wrong side":      {"runwhere: 1\nplatforms: {serverless: {kind: gke}}\n", []string{"f.yaml:2", "platforms.serverless.kind", "gke", "lambda"}},
		"a list":          {"- runwhere: 1\n", []string{"f.yaml:1"}},
		"broken yaml":     {"runwhere: 1\nname: [\n", []string{"f.yaml"}},
		"binary":          {"\x00\x01\x7fELF\xff\xfe", []string{"f.yaml"}},
		"two documents":   {"runwhere: 1\n---\nrunwhere: 1\n", []string{"f.yaml"}},
		"huge":            {"runwhere: 1\nname: " + strings.Repeat("x", 2<<20), []string{"f.yaml"}},
	} {
		_, err := Decode("f.yaml", []byte(c.file))
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		line, _, _ := strings.Cut(err.Error(), "\n")
		if len(line) > 400 {
			t.Errorf("%s: a line of %d bytes", name, len(line))
		}
		for _, part := range c.want {
			if !strings.Contains(line, part) {
				t.Errorf("%s: %q does not name %q", name, line, part)
			}
		}
	}
}

// drawWritten draws a scenario that uses what a file can say.
func drawWritten(t *rapid.T) scenario.Scenario {
	s := scenariotest.DrawScenario(t, 4)
	if rapid.Bool().Draw(t, "named") {
		s.Name = scenario.Some(rapid.SampledFrom([]string{"Orders", "yes", "1.0", "a: b # c", "日本", "\"quoted\""}).Draw(t, "name"))
	}
	for _, q := range checklist.Questions {
		if k := rapid.IntRange(-1, len(q.Choices)-1).Draw(t, q.ID); k >= 0 {
			s.Answers = s.Answers.With(q.ID, checklist.Choose(q.Choices[k].ID))
		}
	}
	if rapid.Bool().Draw(t, "range") {
		s.Components[0].Requests = scenario.Some(quantity.Amount{Low: 20e6, High: 80e6})
	}
	if rapid.Bool().Draw(t, "factor") {
		s.Factors = s.Factors.With(checklist.FactorMultiCloud, checklist.Given(rapid.Bool().Draw(t, "multi cloud")))
	}
	for i := range s.Components {
		a := s.Components[i].Requests.Value
		s.Components[i].Requests = scenario.Some(quantity.Exactly(float64(int64(a.Value()))))
	}
	return s
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawWritten(t)
		for name, file := range map[string][]byte{"plain": Encode(s), "commented": EncodeCommented(s)} {
			back, err := Decode("s.yaml", file)
			if err != nil {
				t.Fatalf("%s: %v\n%s", name, err, file)
			}
			if again := Encode(back); !bytes.Equal(again, Encode(s)) {
				t.Fatalf("%s: read and written again, the bytes differ", name)
			}
			if !scenariotest.Same(back, s) {
				t.Fatalf("%s: read back as\n%#v\nwritten from\n%#v\n%s", name, back, s, file)
			}
		}
	})
}

// TestSavingKeepsTheAuthorsComments works a changed scenario into the file it
// came from.
func TestSavingKeepsTheAuthorsComments(t *testing.T) {
	t.Parallel()
	for _, p := range Presets() {
		original, err := PresetFile(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Decode(p.Name, original)
		if err != nil {
			t.Fatal(err)
		}
		same, err := Update(original, s)
		if err != nil || !bytes.Equal(same, original) {
			t.Errorf("%s: saving an unchanged scenario changes its file (%v)", p.Name, err)
		}
		next := s.Clone()
		next.Components[0].Duration = scenario.Some(quantity.Exactly(0.123))
		next.Name = scenario.Some("Renamed")
		changed, err := Update(original, next)
		if err != nil {
			t.Errorf("%s: %v", p.Name, err)
			continue
		}
		back, err := Decode(p.Name, changed)
		if err != nil || !scenariotest.Same(back, next) {
			t.Errorf("%s: the saved file does not say what was saved: %v\n%s", p.Name, err, changed)
		}
		first, _, _ := bytes.Cut(original, []byte("\n"))
		if !bytes.HasPrefix(changed, first) {
			t.Errorf("%s: the author's comment %q is gone", p.Name, first)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, p := range Presets() {
		data, _ := PresetFile(p.Name)
		f.Add(data)
	}
	f.Add([]byte("runwhere: 1\ncomponents: [{name: a, requests_per_month: 20M..80M, calls: [{to: b}]}, {name: b}]\n"))
	f.Add([]byte("a: &a [*a]\n"))
	f.Add([]byte("# A record\n\n" + RecordMark + "\n```yaml\nrunwhere: 1\n```\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Decode("f", data)
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error without words")
			}
			return
		}
		back, err := Decode("g", Encode(s))
		if err != nil {
			t.Fatalf("what was read cannot be written: %v\n%s", err, Encode(s))
		}
		if !scenariotest.Same(back, s) {
			t.Fatalf("%#v\n%#v", s, back)
		}
	})
}

func FuzzSet(f *testing.F) {
	f.Add("components.api.duration=800ms")
	f.Add("requests_per_month=10M")
	f.Add("checklist.engineers=under-5")
	f.Add("platforms.kubernetes.nodes=3")
	base, err := Preset("saas-api")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, assignment string) {
		before := Encode(base)
		if s, err := scenario.Set(base, assignment); err == nil {
			if _, err := Decode("g", Encode(s)); err != nil {
				t.Fatalf("%q leaves a scenario that cannot be read back: %v", assignment, err)
			}
		}
		if !bytes.Equal(before, Encode(base)) {
			t.Fatalf("%q changes the scenario that it was given", assignment)
		}
	})
}

func FuzzQuantity(f *testing.F) {
	for _, text := range []string{"50M", "1.2B", "500ms", "1GiB", "60%", "20M..80M", "1e300", "-5", "NaN", "0x10", "1,000"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for kind := quantity.Count; kind < quantity.KindCount; kind++ {
			a, err := quantity.ParseAmount(kind, text)
			if err != nil {
				continue
			}
			back, err := quantity.ParseAmount(kind, quantity.FormatAmount(kind, a))
			if err != nil || back != a {
				t.Fatalf("%q of kind %d is %v, printed %q, read back %v, %v", text, kind, a, quantity.FormatAmount(kind, a), back, err)
			}
		}
	})
}
