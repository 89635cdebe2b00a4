package split

import (
	"fmt"
	"math"
	"strings"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
)

// toolchains names the people of the platforms beyond the first.
func toolchains(further int) string {
	if further == 1 {
		return "the second toolchain"
	}
	return fmt.Sprintf("%d further toolchains", further)
}

// savingText says what the split saves against the best single platform, and
// whether that pays for the further toolchains.
func (p *Pane) savingText() string {
	e, split := p.Session.Result, p.Shown.Split
	single, alone := split.Single()
	further := len(split.ByOption) - 1
	switch {
	case !p.runs():
		return ""
	case !split.Mixed() && single == split.Placements[0].Option:
		return "All of it is on " + e.Platform(single).Name + ", the cheapest single platform: nothing is split and nothing is paid for splitting."
	case single == "":
		return "No single platform takes all of it, so running on several is no choice; way round: what each refusal says."
	}
	name, saved := e.Platform(single).Name, alone-split.USD
	counts := e.Resolved.IncludePeople && further > 0
	switch {
	case saved < cent:
		text := fmt.Sprintf("It costs %s a month more than all of it on %s (%s)", quantity.Money(math.Max(0, -saved)), name, quantity.Money(alone))
		if counts {
			text += ", with " + toolchains(further) + " counted"
		}
		return text + ": one platform is cheaper."
	case counts:
		return fmt.Sprintf("The split saves %s a month (%s) against all of it on %s, %s: it pays for %s, which the total counts.",
			quantity.Money(saved), model.Percent(saved/alone), name, quantity.Money(alone), toolchains(further))
	case further == 0:
		return fmt.Sprintf("It saves %s a month against all of it on %s.", quantity.Money(saved), name)
	case saved < split.ToolchainUSD:
		return fmt.Sprintf("The split saves %s a month (%s) against all of it on %s, %s: that does not pay for %s, %s.",
			quantity.Money(saved), model.Percent(saved/alone), name, quantity.Money(alone), toolchains(further), quantity.Money(split.ToolchainUSD))
	}
	return fmt.Sprintf("The split saves %s a month (%s) against all of it on %s, %s: that pays for %s, %s, and leaves %s.",
		quantity.Money(saved), model.Percent(saved/alone), name, quantity.Money(alone), toolchains(further), quantity.Money(split.ToolchainUSD), quantity.Money(saved-split.ToolchainUSD))
}

// taxText is the hybrid tax and its parts.
func (p *Pane) taxText() string {
	e, split, tax := p.Session.Result, p.Shown.Split, &p.Shown.tax
	further := len(split.ByOption) - 1
	if further < 1 || !p.runs() {
		return ""
	}
	calls := "calls " + quantity.Money(tax.GlueUSD)
	if len(e.Resolved.Workload.Calls) == 0 {
		calls = "calls unknown (none are described)"
	}
	if len(model.UnknownOfCalls(split)) > 0 {
		calls += " without what has no known price"
	}
	counted := "not in the total, t counts it"
	if e.Resolved.IncludePeople {
		counted = "in the total, t leaves it out"
	}
	assumed := "assumed"
	if _, given := e.Scenario.People.Toolchain.Get(); given {
		assumed = "given"
	}
	parts := []string{calls, fmt.Sprintf("%s %s (%s; %s)", toolchains(further), quantity.Money(tax.ToolchainUSD), assumed, counted)}
	for _, f := range tax.Floors {
		parts = append(parts, "floor of "+f.Platform.Name+" "+quantity.Money(f.USD))
	}
	return fmt.Sprintf("Hybrid tax %s: %s.", quantity.Money(tax.USD()), strings.Join(parts, ", "))
}

// shortTraps are the traps in a word, for a low window.
var shortTraps = map[string]string{
	"two-deployments": "deploying", "two-monitorings": "monitoring", "networking": "network", "two-mental-models": "skills",
}

// trapsText names the framework's four traps with their cost in a line or two.
func (p *Pane) trapsText() string {
	var parts []string
	for _, t := range p.Shown.traps {
		switch {
		case !t.Applies:
		case p.low():
			parts = append(parts, shortTraps[t.ID]+" "+t.Amount())
		default:
			parts = append(parts, strings.ToLower(t.Title[:1])+t.Title[1:]+" "+t.Amount())
		}
	}
	switch {
	case len(parts) == 0:
		return ""
	case p.low():
		return "Traps: " + strings.Join(parts, ", ")
	}
	return "Traps of a hybrid: " + strings.Join(parts, " · ")
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

// singlesText is what all components on each platform would cost.
func (p *Pane) singlesText() string {
	var parts []string
	for _, option := range checklist.Placeable {
		usd, platform := p.Shown.Split.Alternatives[option], p.Session.Result.Platform(option)
		name := platform.Name
		switch {
		case p.Session.Result.NoFigure(option) != "":
			parts = append(parts, "all on "+option.Title()+" without a price")
		case math.IsInf(usd, 0) || math.IsNaN(usd):
			parts = append(parts, "all on "+name+" impossible")
		case !p.Session.Result.Wholly(platform):
			parts = append(parts, fmt.Sprintf("all on %s %s + people", name, quantity.Money(usd)))
		default:
			parts = append(parts, fmt.Sprintf("all on %s %s", name, quantity.Money(usd)))
		}
	}
	return strings.Join(parts, " · ")
}
