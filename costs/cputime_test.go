package costs

import (
	"slices"
	"strings"
	"testing"
)

// busy is a component that computes for 400 ms of its 500 ms in 128 MiB.
func busy() Workload {
	w := usualWorkload()
	c := &w.Components[0]
	c.Name, c.Duration, c.CPUTime, c.Memory, c.Assumed = "api", 0.5, 0.4, 128, Assumed{}
	return w
}

func slowNotes(p *Platform) []string {
	return slices.DeleteFunc(slices.Clone(p.Notes), func(n string) bool { return !strings.Contains(n, "of CPU time") })
}

// TestCPUTimeThatCannotFit works by hand how long 400 ms of CPU time take on
// instances whose bill takes the stated duration:
//
//	Container Apps   512 MiB are a quarter of 2 GiB   0.4 ÷ 0.25 = 1.6 s
func TestCPUTimeThatCannotFit(t *testing.T) {
	t.Parallel()
	s := usualSettings()
	const rest = " and not 500 ms; the bill is taken at the stated duration of 500 ms"
	w := busy()
	w.Components[0].Pod.CPU = 0.25
	for kind, want := range map[string]string{
		"container-apps": "api: a replica of the pod's size gives 0.25 vCPU, on which 400 ms of CPU time would take 1.6 s" + rest,
	} {
		p := built(t, kind, s, w)
		if got := slowNotes(p); len(got) != 1 || got[0] != want {
			t.Errorf("%s:\n got %q\nwant %q", kind, got, want)
		}
	}
}

// TestCPUTimeThatFits: 400 ms fit into 500 ms from 0.8 vCPU on, which is a whole one
// in steps of a quarter. Cloud Run stretches the run that is billed, and instances that are billed from start to stop have a whole vCPU. A
// CPU time that nobody gave is no ground for a note.
func TestCPUTimeThatFits(t *testing.T) {
	t.Parallel()
	s := usualSettings()
	w := busy()
	for vcpu, said := range map[float64]int{0.75: 1, 0.8: 0, 1: 0} {
		w.Components[0].Pod.CPU = vcpu
		if got := slowNotes(built(t, "container-apps", s, w)); len(got) != said {
			t.Errorf("%v vCPU: %q", vcpu, got)
		}
	}
	s.Serverless.VCPU, s.Serverless.Billing = 0.5, "instance"
	if got := slowNotes(built(t, "cloud-run", s, busy())); len(got) != 0 {
		t.Errorf("a whole vCPU: %q", got)
	}
	assumed := busy()
	assumed.Components[0].Assumed.CPUTime = true
	for _, k := range Kinds() {
		if got := slowNotes(built(t, k.ID, usualSettings(), assumed)); len(got) != 0 {
			t.Errorf("%s: %q", k.ID, got)
		}
	}
	s.Serverless.VCPU, s.Serverless.Billing = 0.5, ""
	guessed := busy()
	guessed.Components[0].Pod.CPU = 0.25
	guessed.Components[0].Assumed.Duration = true
	if got := slowNotes(built(t, "container-apps", s, guessed)); len(got) != 1 || !strings.HasSuffix(got[0], "at the default duration of 500 ms") {
		t.Errorf("a default duration: %q", got)
	}
}
