package backtest

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"runwhere/checklist"
	"runwhere/model/scenario"
)

// Case is one published decision.
type Case struct {
	ID       string
	Title    string
	Year     int
	Source   string
	Accept   []checklist.Option // the outcomes that count as right, the likeliest first
	Scenario scenario.Scenario  // what was known
	stated   []stated           // of it, what was read from the case's words
}

// rawCase is a case as its file has it. What came of it (to, costs, runtime,
// notes) is not read: it is the outcome.
type rawCase struct {
	ID           string               `yaml:"id"`
	Title        string               `yaml:"title"`
	Year         int                  `yaml:"year"`
	Source       string               `yaml:"source_url"`
	From         any                  `yaml:"from"`
	Reason       any                  `yaml:"stated_reason"`
	Checklist    map[string]rawAnswer `yaml:"checklist"`
	FollowUp     map[string]rawAnswer `yaml:"followup"`
	Architecture map[string]rawAnswer `yaml:"architecture"`
	Workload     map[string]rawAnswer `yaml:"workload"`
	Components   any                  `yaml:"components"`
	Label        string               `yaml:"label"`
	Accept       []string             `yaml:"accept"`
}

// The years in which a case can have been decided: since there are clouds, and
// within the life of this program.
const firstYear, lastYear = 2000, 2100

// Parse reads a file of cases. The error names the file, the case and the key.
func Parse(name string, data []byte) ([]Case, error) {
	var raw []rawCase
	if err := yaml.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.Join(strings.Fields(strings.TrimPrefix(err.Error(), "yaml: ")), " "))
	}
	if len(raw) == 0 {
		return nil, fmt.Errorf("%s: no cases; a file of cases is a list, each with id, checklist, architecture and accept", name)
	}
	var cases []Case
	for i := range raw {
		c, err := raw[i].read()
		if err != nil {
			return nil, fmt.Errorf("%s: case %d %s: %w", name, i+1, raw[i].ID, err)
		}
		if slices.ContainsFunc(cases, func(o Case) bool { return o.ID == c.ID }) {
			return nil, fmt.Errorf("%s: case %d %s: there twice", name, i+1, raw[i].ID)
		}
		cases = append(cases, c)
	}
	return cases, nil
}

func (r *rawCase) read() (Case, error) {
	c := Case{ID: r.ID, Title: r.Title, Year: r.Year, Source: r.Source}
	if r.ID == "" {
		return c, fmt.Errorf("id: missing")
	}
	if r.Year != 0 && (r.Year < firstYear || r.Year > lastYear) {
		return c, fmt.Errorf("year: %d: allowed is %d to %d", r.Year, firstYear, lastYear)
	}
	accept := r.Accept
	if len(accept) == 0 && r.Label != "" {
		accept = []string{r.Label}
	}
	for _, word := range accept {
		o := checklist.Option(word)
		if !slices.Contains(checklist.Options, o) {
			return c, fmt.Errorf("accept: %q: allowed are kubernetes, serverless, wasm, hybrid", word)
		}
		c.Accept = append(c.Accept, o)
	}
	if len(c.Accept) == 0 {
		return c, fmt.Errorf("accept: missing")
	}
	if err := r.fill(&c.Scenario); err != nil {
		return c, err
	}
	c.stated = r.readText(&c.Scenario)
	return c, nil
}
