package guide

import (
	"fmt"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model/quantity"
)

// What SnapStart takes
// (https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html).
const (
	snapStartLimits = "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html"
	snapStartRead   = "2026"
)

// snapshots sorts the components by what SnapStart is to them.
type snapshots struct {
	free, paid, unnamed, none []string
}

func (s *startBilling) snapshots() snapshots {
	var kinds snapshots
	for i := range s.work.Components {
		c := &s.work.Components[i]
		named := fmt.Sprintf("%s (%s)", c.Name, c.Runtime)
		switch {
		case c.Ephemeral > costs.SnapStartDisk:
			kinds.none = append(kinds.none, c.Name+" (over 512 MB of disk)")
		case c.Runtime == "java":
			kinds.free = append(kinds.free, named)
		case c.Runtime == "python" || c.Runtime == "dotnet":
			kinds.paid = append(kinds.paid, named)
		case c.Runtime == "":
			kinds.unnamed = append(kinds.unnamed, c.Name)
		default:
			kinds.none = append(kinds.none, named)
		}
	}
	return kinds
}

// fromSnapshot bills SnapStart by runtime: free for Java, cached and restored
// for Python and .NET, not to be had for others. Where a runtime is not named
// there is no figure, but one for each case.
func (s *startBilling) fromSnapshot(r *ColdStartRemedy) {
	kinds, settings := s.snapshots(), &s.Resolved.Settings.Serverless
	r.Facts = append(r.Facts, Fact{"it takes Java, Python and .NET, no provisioned concurrency and at most 512 MB of temporary disk", snapStartLimits, snapStartRead})
	switch {
	case !s.takes(paths.ServerlessSnapStart):
		r.refuse("a feature of Lambda; %s has none", s.platform.Name)
		return
	case settings.ProvisionedConcurrency > 0:
		r.refuse("it does not work with provisioned concurrency, which the scenario has")
		return
	case len(kinds.none) > 0 && len(kinds.none) == len(s.work.Components):
		r.refuse("not available for %s", strings.Join(kinds.none, ", "))
		return
	}
	r.InUse = settings.SnapStart
	named := s.snapStartCost(s.work.Components)
	if len(kinds.unnamed) > 0 {
		s.unnamedSnapshots(r, &kinds, named)
		return
	}
	r.take(kinds.lead(), named)
}

// lead says which components are free, billed and left out.
func (s *snapshots) lead() string {
	text := ""
	for _, part := range []struct {
		names []string
		says  string
	}{
		{s.free, "free for "},
		{s.paid, "cached and restored for "},
		{s.none, "not available for "},
	} {
		if len(part.names) == 0 {
			continue
		}
		if text != "" {
			text += ", "
		}
		text += part.says + strings.Join(part.names, ", ")
	}
	if text == "" {
		return ""
	}
	return words.Capital(text) + ". "
}

// unnamedSnapshots says what it costs for each language that a component
// without a runtime may turn out to have.
func (s *startBilling) unnamedSnapshots(r *ColdStartRemedy, kinds *snapshots, named difference) {
	components := slices.Clone(s.work.Components)
	for i := range components {
		if components[i].Runtime == "" {
			components[i].Runtime = "python"
		}
	}
	all := s.snapStartCost(components)
	lead := kinds.lead() + fmt.Sprintf("No runtime named for %s. ", strings.Join(kinds.unnamed, ", "))
	if len(kinds.unnamed) == len(components) {
		lead = "No component names its runtime. "
	}
	if all.why != "" {
		r.take(lead, all)
		return
	}
	r.How = lead + fmt.Sprintf("In Java %s; in Python or .NET %s: %s. Not available for other runtimes.", quantity.Money(named.usd), quantity.Money(all.usd), all.how)
}

// snapStartCost is what SnapStart adds to the bill of some components.
func (s *startBilling) snapStartCost(components []costs.Component) difference {
	work := costs.Workload{Components: components}
	without := s.built(work, checklist.Serverless, func(s *costs.ServerlessSettings) { s.SnapStart = false })
	with := s.built(work, checklist.Serverless, func(s *costs.ServerlessSettings) { s.SnapStart = true })
	return without.difference(with, s.volume)
}
