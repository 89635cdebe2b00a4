package file

import (
	"bytes"
	"os"
	"testing"

	"runwhere/checklist"
)

// TestPresetsAreTheScenarioFiles: the examples in testdata are what `new
// --preset` writes, byte for byte.
func TestPresetsAreTheScenarioFiles(t *testing.T) {
	t.Parallel()
	for _, p := range Presets() {
		want, err := PresetFile(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile("../../../testdata/scenarios/" + p.Name + ".yaml")
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("testdata/scenarios/%s.yaml is not the preset: %v", p.Name, err)
		}
	}
}

// TestHybridPresetHasTheGuidesKinds: the seventeen kinds of the guide's table,
// and the event bus between the two sides as the eighteenth.
func TestHybridPresetHasTheGuidesKinds(t *testing.T) {
	t.Parallel()
	s, err := Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, c := range s.Components {
		names[c.Name] = true
	}
	want := []string{"event-bus"}
	for _, c := range checklist.HybridPattern {
		want = append(want, c.ID)
	}
	for _, name := range want {
		if !names[name] {
			t.Errorf("%s is missing", name)
		}
	}
	if len(names) != 18 || len(want) != 18 {
		t.Errorf("%d components for %d kinds, want 18", len(names), len(want))
	}
}
