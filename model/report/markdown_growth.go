package report

import (
	"fmt"
	"math"

	"runwhere/model"
	"runwhere/model/growth"
)

// growth shows the months up to the horizon, when to move, and the framework's
// timeline and trap with this scenario's figures.
func (m *markdown) growth(e *model.Evaluation, h *growth.HorizonSplit) {
	o := growth.Of(e)
	m.heading(2, "Growth")
	for _, s := range o.Sentences() {
		m.line("- ", escape(s))
	}
	if h != nil {
		m.line("- ", escape(h.Words()))
	}
	m.line()
	if o.People {
		m.line("Totals include people and tools.")
	} else {
		m.line("Totals are the bills alone.")
	}
	m.line()
	var rows [][]string
	for i := range o.Lines {
		l := &o.Lines[i]
		rows = append(rows, []string{
			escape(l.Name), optionTitle(l), money(l.Costs[0]), money(l.Costs[o.Horizon]), money(l.BillTotal), money(l.Total), money(o.More(l)), escape(l.Why),
		})
	}
	m.table([]string{"line", "option", ">today", fmt.Sprintf(">month %d", o.Horizon), ">bills of all months", ">total", ">more than the least", "why not"}, rows)
	m.months(&o)
	m.moves(&o)
	m.growthTimeline(e, &o)
}

// months is the cost of every line that has one, month by month.
func (m *markdown) months(o *growth.Outlook) {
	m.heading(3, "Month by month")
	head := []string{">month", ">requests a month"}
	for i := range o.Lines {
		if l := &o.Lines[i]; l.Ends != 0 {
			head = append(head, ">"+escape(l.Name))
		}
	}
	var rows [][]string
	for month, v := range o.Volumes {
		row := []string{fmt.Sprint(month), volume(v)}
		for i := range o.Lines {
			if l := &o.Lines[i]; l.Ends != 0 {
				row = append(row, money(l.Costs[month]))
			}
		}
		cheapest := "-"
		if c := o.Cheapest[month]; c >= 0 {
			cheapest = escape(o.Lines[c].Name)
		}
		rows = append(rows, append(row, cheapest))
	}
	m.table(append(head, "cheapest"), rows)
}

func (m *markdown) moves(o *growth.Outlook) {
	m.heading(3, "Moving")
	m.line("A move costs ", money(o.MigrationUSD), " once. Everything before the month of the move is billed by the first platform, that month and all after it by the second.")
	m.line()
	if len(o.Migrations) == 0 {
		m.line("There is nothing to move between.")
		return
	}
	var rows [][]string
	for i := range o.Migrations {
		v := &o.Migrations[i]
		best, back := "never", "-"
		if v.Month >= 0 {
			best = fmt.Sprintf("month %d", v.Month)
		}
		if v.Payback >= 0 {
			back = fmt.Sprintf("month %d", v.Payback)
		}
		saved := money(v.SavedUSD)
		if math.IsInf(v.SavedUSD, 1) {
			saved = "staying is not possible"
		}
		rows = append(rows, []string{escape(o.Lines[v.From].Name), escape(o.Lines[v.To].Name), best, money(v.StayUSD), money(v.NowUSD), money(v.BestUSD), saved, back})
	}
	m.table([]string{"from", "to", ">best", ">staying costs", ">moving at once", ">moving then", ">saves", ">paid back"}, rows)
	m.line()
	for i := range o.Migrations {
		m.line("- ", escape(o.Moves(&o.Migrations[i])))
	}
}

// growthTimeline is what the guide tells of a start-up's first two years and of
// a growing bill, beside this scenario's figures.
func (m *markdown) growthTimeline(e *model.Evaluation, o *growth.Outlook) {
	k, s := e.Platforms[0].Name, e.Platforms[1].Name
	m.heading(3, "The guide's timeline and cost trap")
	var rows [][]string
	for _, d := range o.Timeline {
		rows = append(rows, []string{
			fmt.Sprint(d.Day), stageOr(d.KubernetesStage), stageOr(d.ServerlessStage), volume(d.Volume), money(d.ServerlessUSD), money(d.KubernetesUSD),
		})
	}
	m.table([]string{">day", "Kubernetes first", "serverless first", ">requests a month", ">" + escape(s), ">" + escape(k)}, rows)
	m.line()
	m.line(escape(o.Crossover.Words(k, s)))
	m.line()
	rows = nil
	for _, t := range o.Trap {
		rows = append(rows, []string{
			fmt.Sprint(t.Month), money(t.PublishedUSD), factor(t.PublishedFactor), volume(t.Volume), money(t.USD), factor(t.Factor),
		})
	}
	m.table([]string{">month", ">the guide's bill", ">factor", ">requests a month", ">bill of " + escape(s), ">factor"}, rows)
	m.line()
	m.line(escape(o.TrapWords(s)))
}
