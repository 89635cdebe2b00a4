package json

import (
	"bytes"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/guide"
	"runwhere/model/report"
	"runwhere/model/search"
	"runwhere/model/study"
)

// Evaluation returns an evaluation and what was found out about it as one JSON
// object, indented, with a stable order of keys. Money is USD a month, volumes are requests a month, quantities are
// in base units that the keys name; what is unknown or infinite is null.
func Evaluation(e *model.Evaluation, found *study.Findings) ([]byte, error) {
	starts, outlook := guide.ColdStartsOf(e), growth.Of(e)
	return indented(object{
		{"scenario", scenarioTree(report.Settings(e))},
		{"prices", pricesJSON(e)},
		{"checklist", checklistJSON(e, found.FollowUps)},
		{"architecture_score", scoreJSON(e)},
		{"platforms", platformsJSON(e)},
		{"mix", mixJSON(e)},
		{"parity", parityJSON(e)},
		{"power_tuning", powerTuningJSON(e)},
		{"crossovers", crossoversJSON(e)},
		{"envelope", envelopeJSON(e)},
		{"split", splitJSON(e, found)},
		{"verdict", verdictJSON(e, &outlook, found)},
		{"advice", adviceJSON(e)},
		{"cold_starts", coldStartsJSON(&starts)},
		{"comparison", comparisonJSON(guide.Comparison(e))},
		{"growth", growthJSON(e, &outlook, found.Horizon)},
		{"uncertainty", uncertaintyJSON(found.Uncertainty)},
	})
}

// Array joins several JSON documents into one array.
func Array(documents [][]byte) []byte {
	var b bytes.Buffer
	b.WriteString("[\n")
	for i, d := range documents {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.Write(bytes.TrimSuffix(d, []byte("\n")))
	}
	b.WriteString("\n]\n")
	return b.Bytes()
}

func pricesJSON(e *model.Evaluation) any {
	oldest := e.OldestPrice()
	if oldest == nil {
		return object{{"version", e.Book.Version()}, {"as_of", e.Book.Version()}, {"oldest", nil}}
	}
	return object{{"version", e.Book.Version()}, {"as_of", oldest.AsOf}, {"oldest", oldest.ID}}
}

func checklistJSON(e *model.Evaluation, pending []search.Pending) any {
	var leans object
	for _, o := range checklist.Outcomes {
		leans = append(leans, member{string(o), e.Leans.Count(o)})
	}
	questions := each(e.Leans.Rows, func(row *checklist.LeanRow) object {
		return object{{"id", row.ID}, {"answer", orNull(row.Answer)}, {"lean", orNull(row.Lean)}}
	})
	return object{{"answered", e.Leans.Answered()}, {"leans", leans}, {"questions", questions}, {"followups", followUpsJSON(e, pending)}}
}

// followUpsJSON lists the questions beyond the ten that were answered, and the
// open ones whose answer can still change the verdict, the most valuable first.
func followUpsJSON(e *model.Evaluation, pending []search.Pending) any {
	answered, open := []object{}, []object{}
	for _, q := range checklist.FollowUps {
		if a := e.Scenario.Answers.Get(q.ID); a.Answered() {
			answered = append(answered, object{{"id", q.ID}, {"answer", a.Choice()}})
		}
	}
	for _, p := range pending {
		var becomes object
		for _, c := range p.Question.Choices {
			becomes = append(becomes, member{c.ID, orNull(string(p.Becomes[c.ID]))})
		}
		open = append(open, object{{"id", p.Question.ID}, {"question", p.Question.Text}, {"becomes", becomes}})
	}
	return object{{"answered", answered}, {"open", open}}
}

func scoreJSON(e *model.Evaluation) any {
	factors := each(e.Score.Rows, func(row *checklist.FactorRow) object {
		var value any
		if n, ok := row.Value.Number(); ok {
			value = number(n)
		} else if row.State != checklist.Unknown {
			value = row.State == checklist.Yes
		}
		return object{{"id", row.ID}, {"value", value}, {"points", row.Points}, {"source", row.Source}}
	})
	return object{
		{"score", e.Score.Low},
		{"max", checklist.MaxScore},
		{"band", e.Score.Band},
		{"highest_score", e.Score.High},
		{"highest_band", e.Score.HighBand},
		{"factors", factors},
	}
}

func platformsJSON(e *model.Evaluation) any {
	return each(e.Platforms, func(at **costs.Platform) object {
		p := *at
		usd := p.Cost(e.Volume())
		possible := !math.IsInf(usd, 1)
		return object{
			{"id", p.ID},
			{"option", p.Option},
			{"monthly_usd", number(usd)},
			{"people_usd", peopleUSD(p)},
			{"feasible", possible || p.Feasible() && p.Unbilled != nil},
			{"violations", violationsJSON(e, p)},
			{"bill", billJSON(e, p, possible || p.Partly())},
			{"name", p.Name},
			{"region", p.Region},
			{"max_requests_per_month", number(p.MaxVolume())},
			{"caveats", refusalsJSON(p.Caveats)},
			{"unpriced", unbilledJSON(e, p)},
			{"notes", texts(p.Notes)},
			{"limits", limitsJSON(e, p)},
			{"people", peopleJSON(p)},
			{"node", nodeJSON(p)},
		}
	})
}

// nodeJSON is the instance type of a platform with nodes, and whether it was
// chosen for the workload.
func nodeJSON(p *costs.Platform) any {
	if p.Fleet == nil {
		return nil
	}
	return object{{"type", p.Fleet.Node.Type}, {"auto", p.Fleet.Auto}}
}

// unbilledJSON says why a platform that could run the system has no total, and what is
// known of its bill where some lines are.
func unbilledJSON(e *model.Evaluation, p *costs.Platform) any {
	u := p.Unbilled
	if u == nil {
		return nil
	}
	says := object{{"why", u.Why}, {"remedy", u.Remedy}, {"source", u.Source}, {"as_of", u.AsOf}}
	if p.Partly() {
		says = append(says, member{"at_least_usd", number(p.AtLeast(e.Volume()))}, member{"without", u.Without})
	}
	return says
}

// texts is a list that is never null.
func texts(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// limitsJSON lists the limits that a platform publishes.
func limitsJSON(e *model.Evaluation, p *costs.Platform) []object {
	list := []object{}
	for _, l := range e.Limits(p) {
		list = append(list, object{
			{"subject", l.Subject},
			{"value", l.Value},
			{"workaround", orNull(l.Workaround)},
			{"source", l.Source},
			{"as_of", l.AsOf},
		})
	}
	return list
}

// peopleUSD is null where nobody gave or published a figure: that is not known
// to be nothing.
func peopleUSD(p *costs.Platform) any {
	if len(p.People) == 0 {
		return nil
	}
	return number(p.PeopleUSD())
}

// knownUSD is what people cost, null where nobody gave or published a figure.
func knownUSD(known model.PeopleKnown, usd float64) any {
	if known == model.PeopleUnknown {
		return nil
	}
	return number(usd)
}

// violationsJSON lists what keeps a platform from running the system: the
// limits that components break, or a fleet that is too small.
func violationsJSON(e *model.Evaluation, p *costs.Platform) []object {
	list := refusalsJSON(p.Refusals)
	if p.Billed() && e.Volume() > p.MaxVolume() {
		list = append(list, object{
			{"component", nil},
			{"limit", model.Saturation(p)},
			{"workaround", "more nodes, or nodes: auto"},
			{"source", p.Fleet.Node.Source},
			{"as_of", p.Fleet.Node.AsOf},
		})
	}
	return list
}

func refusalsJSON(refusals []costs.Refusal) []object {
	return each(refusals, func(r *costs.Refusal) object {
		return object{
			{"component", r.Component},
			{"limit", r.Limit},
			{"workaround", r.Workaround},
			{"source", r.Source},
			{"as_of", r.AsOf},
			{"confirm", orNull(r.Confirm.String())},
		}
	})
}

// billJSON lists the bill's lines, which add up to monthly_usd, or to at_least_usd
// where some of them have no known price; a platform that cannot run the system has
// no bill.
func billJSON(e *model.Evaluation, p *costs.Platform, possible bool) []object {
	list := []object{}
	if !possible {
		return list
	}
	for _, l := range p.Bill(e.Volume()).Lines {
		line := append(lineJSON(&l), member{"basis", texts(l.Basis)}, member{"inputs", inputsJSON(e, &l)})
		if pricebook.VeryOld(l.AsOf, e.Book.Version()) {
			line = append(line, member{"over_400_days_old", true})
		}
		list = append(list, line)
	}
	return list
}

// lineJSON is a line of any bill, open to its formula, price, source and date.
func lineJSON(l *costs.Line) object {
	line := object{
		{"meter", l.Meter},
		{"label", l.Label},
		{"quantity", number(l.Quantity)},
		{"unit", l.Unit},
		{"usd", number(l.USD)},
		{"formula", l.Formula},
		{"price_id", l.PriceID},
		{"source", l.Source},
		{"as_of", l.AsOf},
		{"note", orNull(l.Note)},
		{"private", orNull(l.Private)},
	}
	if l.Unknown == "" {
		return line
	}
	for i := range line {
		if line[i].key == "usd" {
			line[i].value = nil
		}
	}
	return append(line, member{"unknown", l.Unknown})
}

// inputsJSON lists the values of the scenario in a line, defaults told apart.
func inputsJSON(e *model.Evaluation, l *costs.Line) []object {
	list := []object{}
	for _, g := range e.Givens(l) {
		list = append(list, object{{"key", g.Key}, {"value", g.Text}, {"default", g.Default}})
	}
	return list
}

func peopleJSON(p *costs.Platform) []object {
	return each(p.People, func(l *costs.PeopleLine) object {
		return object{{"id", l.ID}, {"label", l.Label}, {"usd", number(l.USD)}, {"source", l.Source}, {"as_of", orNull(l.AsOf)}}
	})
}

// orNull is a word, or null where there is none.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
