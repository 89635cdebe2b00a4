package docs

import (
	"fmt"
	"strings"
	"testing"

	"runwhere/model/scenario"
)

// TestScenarioPageIsFresh: the page of a scenario's keys is the table of fields.
func TestScenarioPageIsFresh(t *testing.T) {
	t.Parallel()
	requireGenerated(t, "scenario.md", scenarioPage())
}

// scenarioPage lists every key that a scenario may have, section by section.
func scenarioPage() string {
	var b strings.Builder
	b.WriteString(scenarioIntroduction)
	section := ""
	for _, f := range scenario.Fields() {
		if at := sectionOf(f.Path.String()); at != section {
			section = at
			fmt.Fprintf(&b, "\n## %s\n\n| key | what it means | left out | plausible | allowed |\n|---|---|---|---|---|\n", section)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", strings.ReplaceAll(f.Path.String(), ".*", "[]"), f.Doc, f.Default(), plausible(f), allowed(f))
	}
	return b.String()
}

const scenarioIntroduction = `# The keys of a scenario file

A scenario is YAML that begins with ` + "`runwhere: 1`" + `. Every key but that one may be left out; what then stands in is in the table.
` + "`runwhere new`" + ` writes a file with all of them as comments. A list has ` + "`[]`" + ` behind its name. Any figure may be a range such as
` + "`10M..80M`" + `, which holds the truth with 90 % probability, unless the table says otherwise.
A key is addressed by its path, and an element of a list by its name: ` + "`--set components.api.duration=300ms`" + `.

**Plausible** is what a value may be that nobody gave, in nine of ten systems; where no source stands beside it, it is a judgement of ours.
` + "`eval`" + ` and the screens move each left-out value over it and say what the decision rests on. A key without it is a choice of yours, or has no default.
`

func sectionOf(path string) string {
	parts := strings.Split(path, ".")
	switch {
	case len(parts) == 1:
		return "the system"
	case parts[0] == "components" && len(parts) > 3:
		return "components[]." + parts[2]
	case parts[0] == "components":
		return "components[]"
	case parts[0] == "platforms" && len(parts) > 2, parts[0] == "people" && len(parts) > 2:
		return parts[0] + "." + parts[1]
	}
	return parts[0]
}

// plausible says in a cell what a left-out value may be, and who says so.
func plausible(f *scenario.Field) string {
	if f.Plausible == nil {
		return ""
	}
	text := f.Plausible.Text(f)
	if f.Plausible.Evidence != "" {
		text += " (" + f.Plausible.Evidence + ")"
	}
	return text
}

// allowed says in a cell what a field takes.
func allowed(f *scenario.Field) string {
	text := strings.ReplaceAll(strings.TrimPrefix(f.Allowed(), "allowed is "), "|", "\\|")
	if f.Exact {
		text += "; no range"
	}
	if f.SetOnly {
		text += "; for `--set`, `--sweep` and the sliders, not in files"
	}
	return text
}
