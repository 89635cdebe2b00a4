package file

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// authored is a file as a person writes it: own order, own spacing, flow and
// block style, comments everywhere.
const authored = `# Orders, as discussed in March.
runwhere: 1     # schema
name:   "Orders platform"     # working title

checklist:   # answered by the team
  traffic: steady    # see dashboard
  engineers:   9

# What runs.
components:
  # the heart
  - name: orders-api     # owned by team A
    duration: 500ms      # p50 is lower
    requests_per_month: 50M

    # calls cost money
    calls: [{to: pdf, per_request: 0.1}]   # measured
  # the rest
  -   memory: 1GiB   # too much?
      name: 'pdf'
      traits: [stateful, gpu]  # for now
platforms:
  kubernetes: {kind: eks, node: c5.xlarge,   # the cluster
               nodes: auto}
  serverless: {front_door: rest-api}  # public
# the end
`

func TestUpdateChangesOnlyWhatHasChanged(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		change   string // as for Set
		old, new string // what becomes what in the file
	}{
		{"a scalar", "components.orders-api.duration=800ms", "    duration: 500ms      # p50", "    duration: 800ms      # p50"},
		{"a quoted text", "name=Bestellungen: neu", `"Orders platform" `, `"Bestellungen: neu" `},
		{"a range", "components.orders-api.requests_per_month=20M..80M", "month: 50M", "month: 20M..80M"},
		{"an odd indent", "components.pdf.memory=2GiB", "-   memory: 1GiB ", "-   memory: 2048MiB "},
		{"a list of words", "components.pdf.traits=gpu", "[stateful, gpu]  #", "[gpu]  #"},
		{"a value in flow style", "platforms.kubernetes.node=m5.large", "c5.xlarge,  ", "m5.large,  "},
		{"a value on a second line", "platforms.kubernetes.nodes=3", "nodes: auto}", "nodes: 3}"},
		{"inside a list in flow style", "components.orders-api.calls.pdf.per_request=0.25", "per_request: 0.1}", "per_request: 0.25}"},
		{"an answer as a band", "checklist.engineers=under-5", "engineers:   9", "engineers:   under-5"},
		{"a new key", "components.orders-api.memory=512MiB", "    duration: 500ms      # p50 is lower\n", "    duration: 500ms      # p50 is lower\n    memory: 512MiB\n"},
		{"a new key in front", "components.pdf.duration=3s", "      name: 'pdf'\n", "      name: 'pdf'\n      duration: 3s\n"},
		{"a new key in flow style", "platforms.serverless.kind=lambda", "  serverless: {front_door: rest-api}  # public\n", "  # public\n  serverless: {kind: lambda, front_door: rest-api}\n"},
		{"a new section", "growth.monthly=8%", "# the end\n", "growth:\n  monthly: 8%\n# the end\n"},
		{"a name", "components.pdf.name=documents", "", ""},
	} {
		s, err := Decode("a.yaml", []byte(authored))
		if err != nil {
			t.Fatal(err)
		}
		if s, err = scenario.Set(s, c.change); err != nil {
			t.Fatal(err)
		}
		want := strings.Replace(authored, c.old, c.new, 1)
		if c.old == "" {
			want = strings.NewReplacer("'pdf'", "documents", "to: pdf", "to: documents").Replace(authored)
		}
		got, err := Update([]byte(authored), s)
		if err != nil || string(got) != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, got, want)
		}
	}
}

func TestUpdateRemovesAndAdds(t *testing.T) {
	t.Parallel()
	s, err := Decode("a.yaml", []byte(authored))
	if err != nil {
		t.Fatal(err)
	}
	s.Components[0].Duration = scenario.Maybe[quantity.Amount]{}
	s.Components[0].Calls = nil
	s.Components[1].Memory = scenario.Maybe[quantity.Amount]{}
	s.Components = append(s.Components, scenario.Component{Name: "mail", Requests: scenario.Some(quantity.Exactly(2e6))})
	want := strings.NewReplacer(
		"    duration: 500ms      # p50 is lower\n", "    # p50 is lower\n",
		"    calls: [{to: pdf, per_request: 0.1}]   # measured\n", "    # measured\n",
		"  -   memory: 1GiB   # too much?\n      name: 'pdf'\n", "      # too much?\n  -   name: 'pdf'\n",
		"# for now\n", "# for now\n  - name: mail\n    requests_per_month: 2M\n",
	).Replace(authored)
	got, err := Update([]byte(authored), s)
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
	// Taking the first component away and turning the rest around keeps theirs.
	s.Components = []scenario.Component{s.Components[2], s.Components[1]}
	s.Components[1].Name = "pdf"
	again, err := Update(got, s)
	if back, derr := Decode("a.yaml", again); err != nil || derr != nil || !scenariotest.Same(back, s) {
		t.Errorf("%v %v\n%s", err, derr, again)
	}
	if bytes.Contains(again, []byte("team A")) || !bytes.Contains(again, []byte("# for now")) || !bytes.Contains(again, []byte("# the rest")) {
		t.Errorf("the comments are not those of the components that are left:\n%s", again)
	}
}

// TestUpdateKeepsLineEndings works on a file from another system.
func TestUpdateKeepsLineEndings(t *testing.T) {
	t.Parallel()
	original := strings.ReplaceAll(authored, "\n", "\r\n")
	s, err := Decode("a.yaml", []byte(original))
	if err != nil {
		t.Fatal(err)
	}
	s.Growth.Monthly = scenario.Some(quantity.Exactly(0.08))
	got, err := Update([]byte(original), s)
	if err != nil || strings.Count(string(got), "\n") != strings.Count(string(got), "\r\n") || !bytes.Contains(got, []byte("\r\ngrowth:\r\n")) {
		t.Errorf("%v\n%q", err, got)
	}
}

// TestUpdateSavesEverything writes any scenario into any file of any form.
func TestUpdateSavesEverything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		before, after := drawAny(t), drawAny(t)
		if rapid.Bool().Draw(t, "related") {
			after = mutate(t, before)
		}
		var original []byte
		switch rapid.IntRange(0, 4).Draw(t, "form") {
		case 0:
			original = Encode(before)
		case 1:
			original = EncodeCommented(before)
		case 2:
			original = []byte(authored)
		case 3:
			original = append([]byte(scenario.TreeOf(&before).Flow()), '\n')
		case 4:
			original = annotate(Encode(before))
		}
		got, err := Update(original, after)
		if err != nil {
			t.Fatalf("%v\n%s", err, original)
		}
		back, err := Decode("s.yaml", got)
		if err != nil || !scenariotest.Same(back, after) {
			t.Fatalf("%v\n%s\nbecomes\n%s\nand should be\n%s", err, original, got, Encode(after))
		}
		if again, err := Update(got, after); err != nil || !bytes.Equal(again, got) {
			t.Fatalf("saved twice it changes: %v\n%s", err, again)
		}
	})
}

// mutate changes a few fields of a scenario and keeps its components.
func mutate(t *rapid.T, s scenario.Scenario) scenario.Scenario {
	s = s.Clone()
	for range rapid.IntRange(1, 6).Draw(t, "changes") {
		f := rapid.SampledFrom(scenario.Fields()).Draw(t, "field")
		elements := elementsOf(f, &s)
		if len(elements) == 0 || f.Naming || f.SetOnly {
			continue
		}
		at := rapid.SampledFrom(elements).Draw(t, "place")
		if rapid.IntRange(0, 2).Draw(t, "clear") == 0 {
			clearField(f, &s, at)
			continue
		}
		drawField(t, f, &s, at)
	}
	return s
}

// clearField leaves a field out. Without the pools no component runs in one of them.
func clearField(f *scenario.Field, s *scenario.Scenario, at scenario.At) {
	f.Clear(s, at)
	if f.Path == paths.KubernetesPools {
		for i := range s.Components {
			s.Components[i].Pool = scenario.Maybe[string]{}
		}
	}
}

// annotate puts a comment behind and above every line.
func annotate(file []byte) []byte {
	var out bytes.Buffer
	i := 0
	for line := range bytes.Lines(file) {
		text := strings.TrimRight(string(line), "\n")
		indent := text[:len(text)-len(strings.TrimLeft(text, " "))]
		fmt.Fprintf(&out, "%s# above %d.\n%s # behind %d.\n", indent, i, text, i)
		i++
	}
	return out.Bytes()
}

// TestUpdateNeverLosesAComment changes fields of a file in which every line has
// comments.
func TestUpdateNeverLosesAComment(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		before := drawAny(t)
		after := mutate(t, before)
		original := annotate(Encode(before))
		got, err := Update(original, after)
		if err != nil {
			t.Fatal(err)
		}
		for i := range bytes.Count(original, []byte("# above")) {
			for _, comment := range []string{fmt.Sprintf("# above %d.", i), fmt.Sprintf("# behind %d.", i)} {
				if !bytes.Contains(got, []byte(comment)) {
					t.Fatalf("%s is gone from\n%s\nwhich becomes\n%s", comment, original, got)
				}
			}
		}
	})
}

// FuzzUpdate changes one value of any file that can be read.
func FuzzUpdate(f *testing.F) {
	f.Add([]byte(authored), "components.orders-api.duration=800ms")
	f.Add([]byte("{runwhere: 1, components: [{name: a}]}"), "requests_per_month=10M")
	f.Add([]byte("runwhere: 1\ncomponents:\n- name: >-\n    a\n  duration: \"1\\\n    s\"\n"), "components.a.duration=2s")
	f.Add([]byte("runwhere: 1\nname: 'it''s'   # a\n...\n"), "growth.monthly=8%")
	f.Add([]byte("# note\u2028growth: {monthly: 8%}\nrunwhere: 1\nname: x\n"), "growth.monthly=9%")
	f.Add([]byte("\ufeffrunwhere: 1 # v\rname: \"a\u0085  b\" # two lines\r\ncomponents:\u2029- name: a\n"), "name=c")
	f.Fuzz(func(t *testing.T, original []byte, assignment string) {
		s, err := Decode("f", original)
		if err != nil || IsRecord(original) {
			return
		}
		if s, err = scenario.Set(s, assignment); err != nil {
			return
		}
		got, err := Update(original, s)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := Decode("g", got); err != nil || !scenariotest.Same(back, s) {
			t.Fatalf("%v\n%q\nbecomes\n%q\nand should be\n%q", err, original, got, Encode(s))
		}
	})
}
