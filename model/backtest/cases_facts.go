package backtest

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// fill enters what is known into the scenario. The order of keys does not
// matter: each sets a field of its own, and what a case measured about its
// workload comes after what it answered.
func (r *rawCase) fill(s *scenario.Scenario) error {
	for section, answers := range map[paths.Path]map[string]rawAnswer{
		paths.Checklist: r.Checklist, paths.FollowUps: r.FollowUp, paths.Architecture: r.Architecture,
	} {
		for key, answer := range answers {
			if section == paths.Architecture && key == "needs_gpu" {
				key = "gpu"
			}
			if err := set(s, section.Dot(key), answer.word()); err != nil {
				return err
			}
		}
	}
	if err := r.components(s); err != nil {
		return err
	}
	return r.measured(s)
}

// set enters one fact in the words of the scenario file; "" is silence.
func set(s *scenario.Scenario, path paths.Path, word string) error {
	f, ok := scenario.FieldOf(path)
	if !ok {
		return fmt.Errorf("%s: unknown key", path)
	}
	if word == "" {
		return nil
	}
	return f.SetText(s, scenario.At{}, inWords(f, word))
}

// components reads the parts that a case describes, which are those of a
// scenario file.
func (r *rawCase) components(s *scenario.Scenario) error {
	if r.Components == nil {
		return nil
	}
	data, err := yaml.Marshal(map[string]any{"runwhere": 1, "components": r.Components})
	if err != nil {
		return fmt.Errorf("components: %w", err)
	}
	parts, err := scenariofile.Decode("components", data)
	if err != nil {
		return err
	}
	s.Components = parts.Components
	return nil
}

// measured enters the figures that a case states of its workload where the
// checklist is silent: the volume, and a duration of over 15 minutes, as a mean
// that long has a longest task at least as long. A shorter mean bounds no
// longest task, and such figures are of one part or of a whole chain; nor is
// their memory known to be one request's. Words instead of a figure are silence.
func (r *rawCase) measured(s *scenario.Scenario) error {
	silent := func(question string) bool { return !s.Answers.Get(question).Answered() }
	if volume := r.Workload["requests_per_month"].figure(); volume != "" && silent(checklist.KeyRequests) {
		if err := set(s, paths.Question(checklist.KeyRequests), volume); err != nil {
			return err
		}
	}
	duration, err := strconv.ParseFloat(r.Workload["duration_s"].figure(), 64)
	if err == nil && duration > checklist.LongTask && silent(checklist.KeyLongestTask) {
		*s = s.WithAnswer(checklist.KeyLongestTask, checklist.Choose(checklist.Over15Min))
	}
	return nil
}

// rawAnswer is an answer with where it is from: a value, or a band where the
// source gives no figure. The value may be alone.
type rawAnswer struct {
	Value any    `yaml:"value"`
	Band  string `yaml:"band"`
	Note  string `yaml:"note"`
}

// UnmarshalYAML reads either form.
func (a *rawAnswer) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.MappingNode {
		type plainAnswer rawAnswer
		return node.Decode((*plainAnswer)(a))
	}
	return node.Decode(&a.Value)
}

// word is the answer as text, "" where the source is silent.
func (a rawAnswer) word() string {
	if word := plain(a.Value); word != "" {
		return word
	}
	return plain(a.Band)
}

// figure is the answer where it is a plain number, "" otherwise.
func (a rawAnswer) figure() string {
	switch a.Value.(type) {
	case int, uint64, float64:
		return a.word()
	}
	return ""
}

// silences are the words for what a source does not say.
var silences = []string{"", "unknown", "unclear", "n/a", "none stated", "not stated", "null"}

// isSilence reports whether a word says nothing.
func isSilence(word string) bool {
	for _, silence := range silences {
		if strings.EqualFold(word, silence) {
			return true
		}
	}
	return false
}
