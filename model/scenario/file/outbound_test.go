package file

import (
	"strings"
	"testing"

	"runwhere/model/scenario"
)

// TestOutboundIsAValueOrAMapping: a plain value is what goes to the internet, a
// mapping says it by destination, and what an older key said is read as before.
func TestOutboundIsAValueOrAMapping(t *testing.T) {
	t.Parallel()
	const head = "runwhere: 1\ncomponents:\n  - name: api\n"
	for _, c := range []struct {
		name, in, out          string
		internet, cloud, zones float64 // KiB, −1 for left out
	}{
		{"a value", "    outbound: 20KiB\n", "    outbound: 20KiB\n", 20, -1, -1},
		{"a mapping", "    outbound: {internet: 20KiB, cloud: 8KiB, zones: 2KiB}\n", "    outbound: {internet: 20KiB, cloud: 8KiB, zones: 2KiB}\n", 20, 8, 2},
		{"one destination", "    outbound:\n      zones: 2KiB\n", "    outbound: {zones: 2KiB}\n", -1, -1, 2},
		{"only the internet", "    outbound: {internet: 20KiB}\n", "    outbound: 20KiB\n", 20, -1, -1},
		{"the older key", "    outbound: 20KiB\n    outbound_cloud: 8KiB\n", "    outbound: {internet: 20KiB, cloud: 8KiB}\n", 20, 8, -1},
	} {
		s, err := Decode("f.yaml", []byte(head+c.in))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		of := &s.Components[0]
		for i, got := range []struct {
			given bool
			kib   float64
		}{{of.Outbound.Given(), of.Outbound.Value.Value()}, {of.OutboundCloud.Given(), of.OutboundCloud.Value.Value()}, {of.OutboundZones.Given(), of.OutboundZones.Value.Value()}} {
			want := []float64{c.internet, c.cloud, c.zones}[i]
			if got.given != (want >= 0) || got.given && got.kib != want {
				t.Errorf("%s: destination %d has %v", c.name, i, got)
			}
		}
		if written := string(Encode(s)); written != head+c.out {
			t.Errorf("%s: written\n%s", c.name, written)
		}
	}
	for bad, want := range map[string]string{
		"    outbound: {internet: 20KiB, moon: 1KiB}\n":           "f.yaml:4: components[0].outbound.moon: unknown key; known are internet, cloud, zones",
		"    outbound: [20KiB]\n":                                 "f.yaml:4: components[0].outbound: not a single value; allowed is 0KiB to 100GiB, such as 300B, 4KiB, 2MiB, or a range low..high",
		"    outbound: {cloud: 1KiB}\n    outbound_cloud: 2KiB\n": "f.yaml:5: components[0].outbound_cloud: given twice; each key may be there once",
		"    outbound_cloud: 2KiB\n    outbound: {cloud: 1KiB}\n": "f.yaml:5: components[0].outbound.cloud: given twice; each key may be there once",
	} {
		if _, err := Decode("f.yaml", []byte(head+bad)); err == nil || err.Error() != want {
			t.Errorf("%s%v, want %s", bad, err, want)
		}
	}
}

// TestOutboundIsSetAndSaved: each destination has a key of its own for --set, and a
// value that becomes a mapping keeps its author's comments.
func TestOutboundIsSetAndSaved(t *testing.T) {
	t.Parallel()
	const file = "runwhere: 1 # ours\ncomponents:\n  - name: api\n    outbound: 20KiB # to the partner\n    logs: 1KiB # few\n"
	s, err := Decode("f.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, assignment := range []string{"components.api.outbound.internet=30KiB", "components.api.outbound_cloud=5KiB", "components.api.outbound.cloud=8KiB", "components.api.outbound.zones=1KiB..2KiB"} {
		if s, err = scenario.Set(s, assignment); err != nil {
			t.Fatalf("%s: %v", assignment, err)
		}
	}
	saved, err := Update([]byte(file), s)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"# ours", "# to the partner", "outbound: {internet: 30KiB, cloud: 8KiB, zones: 1KiB..2KiB}", "logs: 1KiB # few"} {
		if !strings.Contains(string(saved), part) {
			t.Errorf("%q is not in\n%s", part, saved)
		}
	}
}
