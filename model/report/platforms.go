package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/report/doc"
)

// sentences is what the curves say of the platforms.
func sentences(e *model.Evaluation) []string {
	return append(e.Sentences(), e.ComparedSentences()...)
}

// platforms shows the bill, the layer of people and tools, and both totals of
// every platform, and which of the two totals is compared.
func platforms(d *doc.Doc, e *model.Evaluation) {
	d.Heading(2, doc.Either("At "+volume(e.Volume())+" requests a month", "Considered options"))
	var rows []doc.Row
	for _, p := range e.Billable() {
		bill, with, why := "-", "-", whyNot(e, p)
		if usd := p.Cost(e.Volume()); !math.IsInf(usd, 1) {
			bill, with = money(usd), withPeople(e, p, usd)
		} else if p.Partly() && e.Volume() <= p.MaxVolume() {
			known := "at least " + money(p.AtLeast(e.Volume())) + ", without " + words.ListWords(p.Unbilled.Without)
			rows = append(rows, doc.Cells(lettered(p.Letter, p.Name), p.Option.Title(), "≥ "+money(p.AtLeast(e.Volume())), people(p), with, known))
			continue
		}
		rows = append(rows, doc.Cells(lettered(p.Letter, p.Name), p.Option.Title(), bill, people(p), with, instead("no bill: ", why)))
	}
	d.Table([]doc.Column{
		doc.Label("platform", 32), doc.Label("option", doc.Absent), doc.Figures(doc.Either("bill", "bill, USD a month"), 15),
		doc.Figures("people", 15), doc.Figures("with people", 18), doc.Label("why not", doc.Instead),
	}, rows)
	compared := "The bills alone are compared; " + paths.PeopleInclude.String() + ": true adds people and tools to every total."
	if e.Resolved.IncludePeople {
		compared = "The totals with people and tools are compared; " + paths.PeopleInclude.String() + ": false leaves them out. " + e.Uncounted()
	}
	d.Para(strings.TrimSpace(compared))
}

// Ownership is what each option costs, now and at the horizon.
func Ownership(d *doc.Doc, e *model.Evaluation, o *growth.Outlook) {
	list := growth.OwnershipOf(e, o)
	d.Heading(3, "Cost of ownership, USD a month")
	var rows []doc.Row
	for i := range list {
		own := &list[i]
		why := full(own.Why)
		if math.IsInf(own.Now, 1) {
			why = instead("no figure: ", own.Why)
		}
		rows = append(rows, doc.Cells(option(own.Option), amount(own.Now), own.WithPeople(own.NowPeople), amount(own.Then), own.WithPeople(own.ThenPeople), why))
	}
	d.Table([]doc.Column{
		doc.Label(full("option"), 32), doc.Figures("now", 11), doc.Figures("with people", 13),
		doc.Figures(fmt.Sprintf("month %d", o.Horizon), 11), doc.Figures("with people", 13), doc.Label("why not", doc.Instead),
	}, rows)
	if names := growth.Unpaid(list); len(names) > 0 {
		d.Para(doc.Aside("Not all people and tools of ", strings.Join(names, " and "), " are known (people.*): with them it costs more than the bill."))
	}
}

// bills opens every bill to its lines; a record has each line's formula, price
// and source.
func bills(d *doc.Doc, e *model.Evaluation) {
	record := d.Only(doc.Full)
	record.Heading(2, "Costs")
	record.Para("USD a month at ", volume(e.Volume()), " requests a month.")
	for _, p := range e.Billable() {
		if why := whyNot(e, p); why != "" && !(p.Partly() && e.Volume() <= p.MaxVolume()) {
			record.Heading(3, p.Name)
			record.Para("No bill: ", why, ".")
			continue
		}
		where := ""
		if p.Region != e.Resolved.Region && p.Region != pricebook.Global {
			where = " in " + p.Region
		}
		d.Heading(3, doc.Either("Bill of "+p.InWords()+where, p.Name))
		bill := p.Bill(e.Volume())
		var rows []doc.Row
		for i := range bill.Lines {
			rows = append(rows, billLine(e, &bill.Lines[i]))
		}
		total := doc.Strong(money(bill.USD))
		if p.Partly() {
			total = doc.Strong("≥ " + money(bill.USD))
		}
		rows = append(rows, doc.Cells(doc.Strong("total"), "", "", total, "", "", "", ""))
		d.Table([]doc.Column{
			doc.Label("line", 36), doc.Briefly(doc.Figures("quantity", 26)), doc.Label("formula", doc.Absent),
			doc.Figures(doc.Either("USD a month", "USD"), 18), doc.Label("by default", doc.Absent), doc.Label("price", doc.Absent),
			doc.Label("source", doc.Absent), doc.Label("as of", doc.Absent),
		}, rows)
		if p.Partly() {
			d.Fact("Note", "the total is without ", words.ListWords(p.Unbilled.Without), ", whose price is not known in ", p.Region, "; way round: ", p.Unbilled.Remedy, ".")
		}
		if old := oldPrices(e, &bill); old != "" {
			d.Fact("Note", old, ".")
		}
		behind(d, e, p, &bill)
		peopleLines(record, p)
	}
}

// notKnown stands where a line has no figure, as its price is not known.
const notKnown = "not known here"

func billLine(e *model.Evaluation, l *costs.Line) doc.Row {
	label, price := doc.Say(l.Label), doc.Code(l.PriceID)
	if l.Private != "" {
		label, price = doc.Either("* "+l.Label, l.Label), doc.Say(price, " (private rate of ", l.Private, ")")
	}
	asOf := doc.Say(l.AsOf)
	if pricebook.VeryOld(l.AsOf, e.Book.Version()) {
		label, asOf = doc.Either(doc.Say(oldMark+" ", label), label), doc.Say(l.AsOf, " (over 400 days)")
	}
	var defaults []string
	for _, g := range e.Givens(l) {
		if g.Default {
			defaults = append(defaults, g.Text)
		}
	}
	usd := money(l.USD)
	if l.Unknown != "" {
		usd = notKnown
	}
	return doc.Cells(label, costs.Figure(l.Quantity)+" "+l.Unit, l.Formula, usd, joined(defaults), price, doc.Source(l.Source), asOf)
}

// oldMark is beside a line whose price is likely to be another one by now.
const oldMark = "†"

// oldPrices names the prices of a bill that are over 400 days old, "" where none is.
func oldPrices(e *model.Evaluation, bill *costs.Bill) string {
	var old []string
	for _, l := range bill.Lines {
		if pricebook.VeryOld(l.AsOf, e.Book.Version()) {
			old = append(old, l.Label+" "+l.AsOf)
		}
	}
	if old == nil {
		return ""
	}
	return "prices of over 400 days ago (" + oldMark + ") may be others by now: " + words.ListWords(old)
}

// behind says how the nodes, pods and instances in a bill come about, what the
// bill does not show, and the platform's limits.
func behind(d *doc.Doc, e *model.Evaluation, p *costs.Platform, bill *costs.Bill) {
	record := d.Only(doc.Full)
	var said []string
	for _, l := range bill.Lines {
		for _, basis := range l.Basis {
			if !slices.Contains(said, basis) {
				said = append(said, basis)
				record.Fact("How it comes about", basis, ".")
			}
		}
	}
	for _, note := range p.Notes {
		d.Fact("Note", note, ".")
	}
	for _, l := range e.Limits(p) {
		record.Fact("Limit, "+l.Subject, l.Value, ". Source: ", doc.Source(l.Source), " (", l.AsOf, ").")
	}
}

func peopleLines(d *doc.Doc, p *costs.Platform) {
	if len(p.People) == 0 {
		return
	}
	d.Para("People and tools, which no bill shows:")
	var rows []doc.Row
	for _, l := range p.People {
		rows = append(rows, doc.Cells(l.Label, money(l.USD), doc.Source(l.Source), l.AsOf))
	}
	rows = append(rows, doc.Cells(doc.Strong("total"), doc.Strong(money(p.PeopleUSD())), "", ""))
	d.Table(doc.Columns("line", ">USD", "source", "as of"), rows)
}
