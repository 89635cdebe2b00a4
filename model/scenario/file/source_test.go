package file

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

const sourcesFile = `runwhere: 1
# A comment moves the lines below.
name: Orders
checklist:
  traffic: steady
components:
  - name: api
    requests_per_month: 1M
    duration: 200ms
    calls:
      - {to: pdf, payload: 8KiB}
  - {name: pdf, requests_per_month: 3M}
platforms:
  kubernetes: {node: c5.xlarge}
`

// A value that was read has the line that an editor shows it on.
func TestSourceIsTheLineOfTheFile(t *testing.T) {
	t.Parallel()
	s, err := Decode("orders.yaml", []byte(sourcesFile))
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		"name":                                 "given in orders.yaml, line 3",
		"checklist.traffic":                    "given in orders.yaml, line 5",
		"components.api.duration":              "given in orders.yaml, line 9",
		"components.api.calls.pdf.payload":     "given in orders.yaml, line 11",
		"components.pdf.requests_per_month":    "given in orders.yaml, line 12",
		"platforms.kubernetes.node":            "given in orders.yaml, line 14",
		"platforms.kubernetes.min_nodes":       "assumed",
		"components.pdf.duration":              "assumed",
		"checklist.engineers":                  "assumed",
		"components.api.calls.pdf.per_request": "assumed",
	} {
		wantSource(t, &s, key, want)
	}
}

func wantSource(t *testing.T, s *scenario.Scenario, key, want string) {
	t.Helper()
	f, at, err := scenario.Find(s, key)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Source(s, at).Text(); got != want {
		t.Errorf("%s is %s and should be %s", key, got, want)
	}
}

// Every later change gives a value another source, whoever made it, and taking
// it back gives it the old one.
func TestSourceFollowsChanges(t *testing.T) {
	t.Parallel()
	read, err := Decode("orders.yaml", []byte(sourcesFile))
	if err != nil {
		t.Fatal(err)
	}
	const inFile, set, here = "given in orders.yaml, line %d", "given on the command line", "given here"

	s, err := scenario.Set(read, "components.api.duration=300ms")
	if err != nil {
		t.Fatal(err)
	}
	wantSource(t, &s, "components.api.duration", set)
	wantSource(t, &s, "components.api.requests_per_month", fmt.Sprintf(inFile, 8))
	wantSource(t, &read, "components.api.duration", fmt.Sprintf(inFile, 9)) // the scenario before is as it was

	// The volume of the system is that of every component.
	if s, err = scenario.Set(s, "requests_per_month=8M"); err != nil {
		t.Fatal(err)
	}
	wantSource(t, &s, "components.api.requests_per_month", set)
	wantSource(t, &s, "components.pdf.requests_per_month", set)

	// A name that is set is that of the calls too.
	if s, err = scenario.Set(s, "components.pdf.name=paper"); err != nil {
		t.Fatal(err)
	}
	wantSource(t, &s, "components.paper.name", set)
	wantSource(t, &s, "components.api.calls.paper.to", set)
	wantSource(t, &s, "components.api.calls.paper.payload", fmt.Sprintf(inFile, 11))

	// A screen changes a scenario without a word on where from.
	edited := read.Clone()
	edited.Components[0].Duration = scenario.Some(quantity.Exactly(0.5))
	edited = edited.WithAnswer("traffic", checklist.Choose("spiky"))
	wantSource(t, &edited, "components.api.duration", here)
	wantSource(t, &edited, "checklist.traffic", here)
	edited.Components[0].Duration = read.Components[0].Duration
	wantSource(t, &edited, "components.api.duration", fmt.Sprintf(inFile, 9))
	edited.Components[0].Duration = scenario.Maybe[quantity.Amount]{}
	wantSource(t, &edited, "components.api.duration", "assumed")

	// Components keep their sources where they go.
	turned := read.Clone()
	turned.Components[0], turned.Components[1] = turned.Components[1], turned.Components[0]
	wantSource(t, &turned, "components.pdf.requests_per_month", fmt.Sprintf(inFile, 12))
}

func TestSourceOfPresetsWeightsAndNamelessFiles(t *testing.T) {
	t.Parallel()
	s, err := Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	wantSource(t, &s, "name", "given by the preset scenario-b")
	if err := DecodeWeights("ours.yaml", []byte("\npriority: 3\n"), &s); err != nil {
		t.Fatal(err)
	}
	wantSource(t, &s, "weights.priority", "given in ours.yaml, line 2")
	if s, err = Decode("", []byte(sourcesFile)); err != nil {
		t.Fatal(err)
	}
	wantSource(t, &s, "name", "given here")
}

// Whatever a scenario says, what is written of it and read again has a line for
// every value that it gives and for no other, and a scenario with the sources of
// that one says where each is too.
func TestEveryGivenValueHasALine(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 4)
		back, err := Decode("s.yaml", Encode(s))
		if err != nil {
			t.Fatal(err)
		}
		for _, read := range []scenario.Scenario{back, s.WithSourcesOf(&back)} {
			for _, f := range scenario.Fields() {
				if f.SetOnly {
					continue
				}
				for i := range max(1, len(read.Components)) {
					at := scenario.At{Component: i}
					_, given := f.Value(&read, at)
					if source := f.Source(&read, at); given != (source.Kind == scenario.FromFile && source.Line > 1) {
						t.Fatalf("%s is given: %t, and its source %+v", f.PathAt(at), given, source)
					}
				}
			}
		}
	})
}

// The volume of the system is what the checklist gives, or a sum that nobody gave.
func TestSourceOfTheVolumeOfTheSystem(t *testing.T) {
	t.Parallel()
	s, err := Decode("orders.yaml", []byte("runwhere: 1\nchecklist: {requests_per_month: 5M}\n"))
	if err != nil {
		t.Fatal(err)
	}
	wantSource(t, &s, paths.Requests.String(), "given in orders.yaml, line 2")
	with := s.Clone()
	with.Components = []scenario.Component{{Name: "a", Requests: scenario.Some(quantity.Exactly(5e6))}}
	wantSource(t, &with, paths.Requests.String(), "derived") // the components' sum
}
