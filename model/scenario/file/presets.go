package file

import (
	"embed"
	"fmt"
	"strings"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// PresetInfo names a preset and says what it is.
type PresetInfo struct {
	Name, Title string
}

//go:embed presets/*.yaml
var presetFiles embed.FS

// Presets lists the presets in the order in which they are offered.
func Presets() []PresetInfo {
	return []PresetInfo{
		{"scenario-a", "the guide's Scenario A: 100K requests of 200 ms"},
		{"scenario-b", "the guide's Scenario B: 50M requests of 500 ms"},
		{"saas-api", "a SaaS product's API with background work"},
		{"iot-ingest", "devices that report every few seconds"},
		{"ml-inference", "inference on a GPU behind a thin API"},
		{"game-backend", "a multiplayer game with open connections"},
		{"batch-etl", "nightly pipelines and one very long job"},
		{"hybrid", "the guide's hybrid pattern, 18 components"},
	}
}

// PresetFile returns the commented scenario file of a preset; what `new
// --preset` writes. The error names the presets that there are.
func PresetFile(name string) ([]byte, error) {
	var names []string
	for _, p := range Presets() {
		if p.Name == name {
			return presetFiles.ReadFile("presets/" + name + ".yaml")
		}
		names = append(names, p.Name)
	}
	return nil, &quantity.InputError{
		Key: "preset", Value: name, Problem: "there is no such preset",
		Allowed: quantity.DidYouMean(quantity.Closest(name, names), fmt.Sprintf("one of %s", strings.Join(names, ", "))),
	}
}

// Preset returns the scenario of a preset.
func Preset(name string) (scenario.Scenario, error) {
	data, err := PresetFile(name)
	if err != nil {
		return scenario.Scenario{}, err
	}
	return decode(name+".yaml", data, scenario.Source{Kind: scenario.FromPreset, File: name})
}
