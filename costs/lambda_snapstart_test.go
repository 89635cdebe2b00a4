package costs

import (
	"slices"
	"strings"
	"testing"
)

// snapped is Lambda with SnapStart for components of some runtimes.
func snapped(t *testing.T, provisioned, disk float64, runtimes ...string) *Platform {
	t.Helper()
	s := usualSettings()
	s.Serverless.SnapStart, s.Serverless.ColdStartRate, s.Serverless.ProvisionedConcurrency = true, 0.01, provisioned
	w := Workload{}
	for _, r := range runtimes {
		c := usualWorkload().Components[0]
		c.Name, c.Runtime, c.Ephemeral = "f-"+r, r, disk
		w.Components = append(w.Components, c)
	}
	return built(t, "lambda", s, w)
}

func TestSnapStartNotes(t *testing.T) {
	t.Parallel()
	const (
		gone = "f-go is written for go, for which there is no SnapStart: it takes Java, Python and .NET"
		disk = "f-python has 1,024 MiB of temporary disk; SnapStart takes 512 MB at most, so there is none for it"
		both = "SnapStart is left out: AWS does not allow it and provisioned concurrency on one version of a function; " +
			"give up platforms.serverless.snapstart or platforms.serverless.provisioned_concurrency"
		unnamed = "SnapStart is not billed for f-, whose runtime nobody named (components.*.runtime): it is free for Java, " +
			"billed for Python and .NET, and does not exist for others"
	)
	for _, c := range []struct {
		name   string
		p      *Platform
		notes  []string
		billed bool
	}{
		{"Java", snapped(t, 0, 512, "java"), nil, false},
		{"Python", snapped(t, 0, 512, "python"), nil, true},
		{"Go beside .NET", snapped(t, 0, 512, "go", "dotnet"), []string{gone}, true},
		{"Go", snapped(t, 0, 512, "go"), []string{gone}, false},
		{"a large disk", snapped(t, 0, 1024, "python"), []string{disk}, false},
		{"no runtime", snapped(t, 0, 512, ""), []string{unnamed}, false},
		{"both", snapped(t, 1, 512, "python", "go"), []string{both}, false},
	} {
		got := slices.DeleteFunc(slices.Clone(c.p.Notes), func(n string) bool { return !strings.Contains(n, "SnapStart") })
		if !slices.Equal(got, c.notes) {
			t.Errorf("%s: the notes are %q, want %q", c.name, got, c.notes)
		}
		billed := slices.ContainsFunc(c.p.Meters, func(m Meter) bool { return strings.HasPrefix(m.ID, "snapstart") })
		if billed != c.billed {
			t.Errorf("%s: billed is %v", c.name, billed)
		}
	}
}
