package backtest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"runwhere/checklist"
	"runwhere/model"
)

// Case is one published decision.
type Case struct {
	ID       string
	Title    string
	Year     int
	Source   string
	Accept   []checklist.Option // the outcomes that count as right, the likeliest first
	Scenario model.Scenario     // what was known
}

// rawCase is a case as its file has it.
type rawCase struct {
	ID           string               `yaml:"id"`
	Title        string               `yaml:"title"`
	Year         int                  `yaml:"year"`
	Source       string               `yaml:"source_url"`
	Checklist    map[string]rawAnswer `yaml:"checklist"`
	FollowUp     map[string]rawAnswer `yaml:"followup"`
	Architecture map[string]any       `yaml:"architecture"`
	Label        string               `yaml:"label"`
	Accept       []string             `yaml:"accept"`
}

// rawAnswer is an answer with where it is from: a value, or a band where the
// source gives no figure.
type rawAnswer struct {
	Value any    `yaml:"value"`
	Band  string `yaml:"band"`
}

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
	return c, r.fill(&c.Scenario)
}

// fill enters what is known into the scenario. The order of keys does not
// matter: each sets a field of its own.
func (r *rawCase) fill(s *model.Scenario) error {
	for section, answers := range map[string]map[string]rawAnswer{"checklist": r.Checklist, "followup": r.FollowUp} {
		for key, answer := range answers {
			if word := answer.word(); word != "" {
				if err := set(s, section+"."+key, word); err != nil {
					return err
				}
			}
		}
	}
	for key, value := range r.Architecture {
		word := plain(value)
		if word == "" {
			continue
		}
		if key == "needs_gpu" {
			key = "gpu"
		}
		if err := set(s, "architecture."+key, word); err != nil {
			return err
		}
	}
	return nil
}

func set(s *model.Scenario, key, word string) error {
	f, ok := model.FieldOf(key)
	if !ok {
		return fmt.Errorf("%s: unknown key", key)
	}
	return f.SetText(s, model.At{}, word)
}

// bands are the bands of figures as cases write them, in the words of the
// scenario file.
var bands = map[string]string{
	"<5": "under-5", "5-15": "5-to-15", "15+": "over-15", ">15": "over-15",
	"<30M": "under-30M", ">30M": "30M-or-more", ">50M": "30M-or-more",
	"<15m": "up-to-15m", "<15min": "up-to-15m", ">15m": "over-15m", ">15min": "over-15m",
}

// word is the answer in the words of the scenario file, "" where the source is
// silent.
func (a *rawAnswer) word() string {
	word := plain(a.Value)
	if word == "" {
		word = a.Band
	}
	if known, ok := bands[word]; ok {
		return known
	}
	return word
}

// plain is a value as text, "" for what is not known.
func plain(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case uint64:
		return strconv.FormatUint(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		if v == "unknown" {
			return ""
		}
		return v
	}
	return fmt.Sprint(value)
}
