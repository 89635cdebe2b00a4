package scenario

import (
	"slices"
	"testing"

	"runwhere/costs/paths"
)

// choices are figures with a default that nobody can be wrong about: what a team
// decides, what a platform publishes, or what enters no bill of today.
var choices = []paths.Path{
	paths.ComponentEphemeral, paths.ComponentConnections, paths.KubernetesSpotShare, paths.ContainersSpotShare, paths.KubernetesClusters, paths.Zones, paths.KubernetesAgentFee, paths.ServerlessProvisionedConcurrency,
	paths.ServerlessSnapStartVersions, paths.GrowthMonthly, paths.GrowthHorizonMonths, paths.GrowthMigrationCost,
}

// TestEveryAssumedFigureHasARange: what is filled in for a figure says what it may
// be instead, unless it is a choice. Those that follow from other values, as the
// CPU time does, have one too.
func TestEveryAssumedFigureHasARange(t *testing.T) {
	t.Parallel()
	d := Defaults()
	for _, f := range Fields() {
		_, fixed := f.Slot.Get(&d, At{})
		if fixed && f.Kind.Numeric() && !f.SetOnly && (f.Plausible == nil) != slices.Contains(choices, f.Path) {
			t.Errorf("%s: is it an assumption with a range, or a choice?", f.Path)
		}
	}
	for _, path := range []paths.Path{
		paths.ComponentCPUTime, paths.ComponentMemoryPerRun, paths.ComponentIsolateMemory, paths.ComponentLatencyGoal, paths.ComponentPeakToMean,
		paths.ComponentBurst, paths.PodMemory, paths.CallPerRequest, paths.CallPayload, paths.ComponentConnectionsPerInstance,
	} {
		if f, _ := FieldOf(path); f.Plausible == nil {
			t.Errorf("%s follows from others and has no range", path)
		}
	}
}

// TestRangesHoldWhatStandsIn: a range is one, within what the field allows, and a
// default lies in it, but for a rate of cold starts, of which none is assumed.
func TestRangesHoldWhatStandsIn(t *testing.T) {
	t.Parallel()
	d := Defaults()
	for _, f := range Fields() {
		p := f.Plausible
		if p == nil {
			continue
		}
		if p.Low >= p.High || !p.Relative() && (p.Low < f.Min || p.High > f.Max) {
			t.Errorf("%s: %v to %v", f.Path, p.Low, p.High)
		}
		if a, fixed := f.Amount(&d, At{}); fixed && f.Path != paths.ServerlessColdStartRate && f.Path != paths.ContainersColdStartRate && (a.Value() < p.Low || a.Value() > p.High) {
			t.Errorf("%s: %v stands in, which is not within %s", f.Path, a.Value(), p.Text(f))
		}
	}
}
