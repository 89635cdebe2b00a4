package tui

import (
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/model/guide"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// openTax opens the hybrid tax of the placement that is looked at.
func (p *splitPane) openTax() tea.Cmd {
	return openWindow(newFiguresWindow(p.context, "The hybrid tax and the four traps, a month", p.taxEntries))
}

// taxEntries lists the parts of the hybrid tax, then the framework's traps.
func (c *context) taxEntries() []entry {
	e, placed := c.session.Result, c.session.Placed()
	tax := e.Tax(placed)
	further := len(placed.ByOption) - 1
	if further < 1 {
		return []entry{{label: "No hybrid tax", amount: "one platform", money: quantity.Money(0), open: []string{"everything is on one platform: nothing crosses, and no second toolchain is needed"}}}
	}
	list := []entry{
		{label: "Hybrid tax", amount: "all of it", money: quantity.Money(tax.USD()), open: []string{
			"what this placement costs for being on several platforms: calls across + further toolchains + what the further platforms bill before the first request",
			"the totals have the calls and the floors in them, and the toolchains where people are counted",
		}},
		c.glueEntry(placed),
		c.toolchainEntry(placed, further),
	}
	for _, f := range tax.Floors {
		list = append(list, entry{label: "Floor of " + f.Platform.Name, amount: "at no requests", money: quantity.Money(f.USD), open: []string{
			"what " + f.Platform.Name + " bills before the first request for the components that are placed there",
		}})
		for _, l := range e.FloorBill(placed, f.Platform.Option).Lines {
			if l.USD > 0 {
				list = append(list, entry{"  " + l.Label, costs.Figure(l.Quantity) + " " + l.Unit, quantity.Money(l.USD), l.Private != "", c.explained(&l)})
			}
		}
	}
	for _, t := range guide.TrapsOf(e.Evaluation, placed) {
		list = append(list, entry{label: "Trap: " + t.Title, money: t.Amount(), open: []string{t.Explanation, "here: " + wordsFor(t.How, &e.Scenario)}})
	}
	return list
}

func (c *context) glueEntry(split *split.Split) entry {
	glue := entry{label: "Calls across", amount: counted(len(split.Glue), "edge"), money: quantity.Money(split.GlueUSD)}
	if len(c.session.Result.Resolved.Workload.Calls) == 0 {
		glue.amount, glue.money = "none described", "unknown"
		glue.open = []string{"no component says whom it calls (l on System adds calls), so what the calls cost is unknown"}
		return glue
	}
	glue.open = []string{"enter on a call of the table opens it to formula, price, source and date"}
	for i := range split.Glue {
		g := &split.Glue[i]
		glue.open = append(glue.open, fmt.Sprintf("%s to %s: %s calls, %s", g.From, g.To, quantity.ShortCount(g.Calls), callMoney(g)))
	}
	return glue
}

// toolchainEntry says where the people of the further platforms are from.
func (c *context) toolchainEntry(split *split.Split, further int) entry {
	e := c.session.Result
	counts := "left out of the total: t counts people and tools"
	if e.Resolved.IncludePeople {
		counts = "in the total: t leaves people and tools out"
	}
	open := []string{fmt.Sprintf("%s × %s beyond the first = %s a month", quantity.Money(e.Resolved.Toolchain), counted(further, "platform"), quantity.Money(split.ToolchainUSD)), counts}
	if _, given := e.Scenario.People.Toolchain.Get(); given {
		open = append(open, "given: people.second_toolchain")
	} else {
		open = append(open, "an assumption: the guide gives no figure, so it is the sum of its lines for what is there twice, monitoring, CI/CD upkeep and training; people.second_toolchain sets it")
	}
	return entry{label: "People of " + toolchains(further), amount: "an assumption", money: quantity.Money(split.ToolchainUSD), open: open}
}
