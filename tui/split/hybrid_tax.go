package split

import (
	"fmt"
	"strings"

	"runwhere/costs/paths"
	"runwhere/model/guide"
)

// savingText says what the split saves against the best single platform.
func (p *Pane) savingText() string {
	if !p.runs() {
		return ""
	}
	return p.Session.Result.SavingSentence(p.Shown.Split)
}

// taxText is the hybrid tax and its parts; of what counts people the key is said.
func (p *Pane) taxText() string {
	if !p.runs() {
		return ""
	}
	return strings.ReplaceAll(p.Session.Result.TaxSentence(p.Shown.Split), paths.PeopleInclude.String(), "t")
}

// shortTraps are the traps in a word, for a low window.
var shortTraps = map[string]string{
	"two-deployments": "deploying", "two-monitorings": "monitoring", "networking": "network", "two-mental-models": "skills",
}

// trapsText names the framework's four traps with their cost in a line or two.
func (p *Pane) trapsText() string {
	text := guide.TrapsSentence(p.Shown.traps)
	if text == "" || !p.low() {
		return text
	}
	var parts []string
	for _, t := range p.Shown.traps {
		parts = append(parts, shortTraps[t.ID]+" "+t.Amount())
	}
	return "Traps: " + strings.Join(parts, ", ")
}

// trapLines has a line for each trap, with where its figure is from.
func (p *Pane) trapLines() []string {
	if !p.Shown.traps[0].Applies {
		return nil
	}
	lines := []string{"The framework's four traps of a hybrid, a month:"}
	for i := range p.Shown.traps {
		t := &p.Shown.traps[i]
		lines = append(lines, fmt.Sprintf("  %-28s%14s  %s", t.Title, t.Amount(), t.How))
	}
	return lines
}
