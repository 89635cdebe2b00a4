package costs

import (
	"slices"
	"strings"

	"runwhere/costs/paths"
)

// What SnapStart takes: Java for free, Python and .NET for a charge, no
// provisioned concurrency on the same version, and at most 512 MB of temporary
// disk (https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html, 2026).
var (
	snapStartRuntimes = []string{"java", "python", "dotnet"}
	snapStartPaid     = []string{"python", "dotnet"}
)

// SnapStartDisk is the most temporary disk in MiB that SnapStart takes (same
// page).
const SnapStartDisk = 512

// snapStart adds the snapshots of Python and .NET; those of Java are free. What
// has no snapshot, although the scenario asks for one, is noted.
func (m *metering) snapStart() {
	s := &m.settings.Serverless
	if s.ProvisionedConcurrency > 0 {
		m.note("SnapStart is left out: AWS does not allow it and provisioned concurrency on one version of a function; "+
			"give up %s or %s", paths.ServerlessSnapStart, paths.ServerlessProvisionedConcurrency)
		return
	}
	paid := func(c *Component) bool {
		return slices.Contains(snapStartPaid, c.Runtime) && c.Ephemeral <= SnapStartDisk
	}
	versions := func(*Component) Factor {
		return amount(s.SnapVersions, "version").from(paths.ServerlessSnapStartVersions)
	}
	m.add("snapstart-cache", "SnapStart cache", "lambda.snapstart.cache",
		m.perComponent(PerComponent, paid, versions, m.lambdaMemory, seconds)...)
	m.add("snapstart-restore", "SnapStart restores", "lambda.snapstart.restore",
		m.perRequest(paid, func(*Component) Factor {
			return percent(s.ColdStartRate, "% cold starts").from(paths.ServerlessColdStartRate)
		}, m.lambdaMemory)...)
	m.snapStartNotes()
}

// snapStartNotes says which components SnapStart does nothing for.
func (m *metering) snapStartNotes() {
	var unnamed []string
	for i := range m.work.Components {
		c := &m.work.Components[i]
		switch {
		case c.Runtime == "":
			unnamed = append(unnamed, c.Name)
		case !slices.Contains(snapStartRuntimes, c.Runtime):
			m.note("%s is written for %s, for which there is no SnapStart: it takes Java, Python and .NET", c.Name, c.Runtime)
		case c.Ephemeral > SnapStartDisk:
			m.note("%s has %s MiB of temporary disk; SnapStart takes 512 MB at most, so there is none for it", c.Name, Figure(c.Ephemeral))
		}
	}
	if len(unnamed) > 0 {
		m.note("SnapStart is not billed for %s, whose runtime nobody named ("+paths.ComponentRuntime.String()+"): it is free for Java, "+
			"billed for Python and .NET, and does not exist for others", strings.Join(unnamed, ", "))
	}
}
