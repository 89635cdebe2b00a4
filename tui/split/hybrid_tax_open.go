package split

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/guide"
	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/tui/kit"
	"runwhere/tui/session"
	"runwhere/tui/window"
)

// openTax opens the hybrid tax of the placement that is looked at.
func (p *Pane) openTax() tea.Cmd {
	return kit.OpenWindow(window.NewFigures(p.Context, "The hybrid tax and the four traps, a month", func() []kit.Entry { return taxEntries(p.Context) }))
}

// taxEntries lists the parts of the hybrid tax, then the framework's traps.
func taxEntries(c *kit.Context) []kit.Entry {
	e, split := c.Session.Result, c.Session.Split()
	tax := e.Tax(split)
	further := len(split.ByOption) - 1
	if further < 1 {
		return []kit.Entry{{Label: "No hybrid tax", Amount: "one platform", Money: quantity.Money(0), Open: []string{"everything is on one platform: nothing crosses, and no second toolchain is needed"}}}
	}
	list := []kit.Entry{
		{Label: "Hybrid tax", Amount: "all of it", Money: quantity.Money(tax.USD()), Open: []string{
			"what this placement costs for being on several platforms: calls across + further toolchains + what the further platforms bill before the first request",
			"the totals have the calls and the floors in them, and the toolchains where people are counted",
		}},
		glueEntry(c, split),
		toolchainEntry(c, split, further),
	}
	for _, f := range tax.Floors {
		list = append(list, kit.Entry{Label: "Floor of " + f.Platform.Name, Amount: "at no requests", Money: quantity.Money(f.USD), Open: []string{
			"what " + f.Platform.Name + " bills before the first request for the components that are placed there",
		}})
		for _, l := range e.FloorBill(split, f.Platform.Option).Lines {
			if l.USD > 0 {
				list = append(list, kit.Entry{Label: "  " + l.Label, Amount: costs.Figure(l.Quantity) + " " + l.Unit, Money: quantity.Money(l.USD), Private: l.Private != "", Open: c.Explained(&l)})
			}
		}
	}
	for _, t := range guide.TrapsOf(e.Evaluation, split) {
		list = append(list, kit.Entry{Label: "Trap: " + t.Title, Money: t.Amount(), Open: []string{t.Explanation, "here: " + session.WordsFor(t.How, &e.Scenario)}})
	}
	return list
}

func glueEntry(c *kit.Context, split *split.Split) kit.Entry {
	glue := kit.Entry{Label: "Calls across", Amount: words.Plural(len(split.Glue), "edge"), Money: quantity.Money(split.GlueUSD)}
	if len(c.Session.Result.Resolved.Workload.Calls) == 0 {
		glue.Amount, glue.Money = "none described", "unknown"
		glue.Open = []string{"no component says whom it calls (l on System adds calls), so what the calls cost is unknown"}
		return glue
	}
	glue.Open = []string{"enter on a call of the table opens it to formula, price, source and date"}
	for i := range split.Glue {
		g := &split.Glue[i]
		glue.Open = append(glue.Open, fmt.Sprintf("%s to %s: %s calls, %s", g.From, g.To, quantity.ShortCount(g.Calls), window.CallMoney(g)))
	}
	return glue
}

// toolchainEntry says where the people of the further platforms are from.
func toolchainEntry(c *kit.Context, split *split.Split, further int) kit.Entry {
	e := c.Session.Result
	counts := "left out of the total: t counts people and tools"
	if e.Resolved.IncludePeople {
		counts = "in the total: t leaves people and tools out"
	}
	open := []string{fmt.Sprintf("%s × %s beyond the first = %s a month", quantity.Money(e.Resolved.Toolchain), words.Plural(further, "platform"), quantity.Money(split.ToolchainUSD)), counts}
	if _, given := e.Scenario.People.Toolchain.Get(); given {
		open = append(open, "given: "+paths.PeopleSecondToolchain.String())
	} else {
		open = append(open, "an assumption: the guide gives no figure, so it is the sum of its lines for what is there twice, monitoring, CI/CD upkeep and training; "+paths.PeopleSecondToolchain.String()+" sets it")
	}
	return kit.Entry{Label: "People of " + model.Toolchains(further), Amount: "an assumption", Money: quantity.Money(split.ToolchainUSD), Open: open}
}
