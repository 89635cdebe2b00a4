package tui

import (
	"fmt"

	"runwhere/model"
)

// systemEdge is a call from one component to another.
type systemEdge struct {
	from, to     int // components in the order of the file
	call         int // which of the caller's calls
	rate         systemCell
	payload      systemCell
	callsAMonth  float64 // calls a month: the caller's requests × calls a request
	targetCalled string  // what starts a run of the target: http, queue, …
}

// systemEdges lists the calls of a scenario.
func systemEdges(s *model.Scenario) []systemEdge {
	index := make(map[string]int, len(s.Components))
	for i := range s.Components {
		index[s.Components[i].Name] = i
	}
	var edges []systemEdge
	for i := range s.Components {
		for j, c := range s.Components[i].Calls {
			to, ok := index[c.To]
			if !ok {
				continue // no scenario that was read or applied has such a call
			}
			at := model.At{Component: i, Call: j}
			edges = append(edges, systemEdge{from: i, to: to, call: j, rate: callCell(s, at, "per_request"), payload: callCell(s, at, "payload")})
		}
	}
	return edges
}

// callCell is what a scenario gives for a figure of a call, or its default.
func callCell(s *model.Scenario, at model.At, key string) systemCell {
	f, ok := model.FieldOf("components.*.calls.*." + key)
	if !ok {
		return systemCell{assumed: true}
	}
	if text, given := f.Text(s, at); given {
		amount, _ := f.Amount(s, at)
		return systemCell{text: text, figure: amount.Value()}
	}
	scratch := model.Scenario{Components: []model.Component{{Calls: []model.Call{{}}}}}
	if f.SetText(&scratch, model.At{}, f.Default()) != nil {
		return systemCell{text: f.Default(), assumed: true}
	}
	amount, _ := f.Amount(&scratch, model.At{})
	return systemCell{text: f.Default(), figure: amount.Value(), assumed: true}
}

// countCalls fills in what of the edges the table shows, and the volumes of
// the edges.
func (p *systemPane) countCalls() {
	out, in := make([]int, len(p.rows)), make([]int, len(p.rows))
	for i := range p.edges {
		e := &p.edges[i]
		e.callsAMonth = p.rows[e.from].cells[columnRequests].figure * e.rate.figure
		e.targetCalled = p.rows[e.to].cells[columnTrigger].text
		out[e.from]++
		in[e.to]++
	}
	for i := range p.rows {
		cell := &p.rows[i].cells[columnCalls]
		cell.figure = float64(out[i] + in[i])
		if out[i] > 0 {
			cell.text = fmt.Sprintf("%s%d ", p.styles.Glyphs.Right, out[i])
		}
		if in[i] > 0 {
			cell.text += fmt.Sprintf("%s%d", p.styles.Glyphs.Left, in[i])
		}
	}
}

// edgesOf returns the calls that a component makes and those that reach it.
func (p *systemPane) edgesOf(i int) (out, in []*systemEdge) {
	for k := range p.edges {
		switch e := &p.edges[k]; i {
		case e.from:
			out = append(out, e)
		case e.to:
			in = append(in, e)
		}
	}
	return out, in
}

// overCalled says so where the calls of others alone are more than the
// requests that a component is said to have, "" where they are not. A
// twentieth more is not worth a word: figures are estimates.
func (p *systemPane) overCalled(i int) string {
	if i >= len(p.rows) {
		return ""
	}
	_, in := p.edgesOf(i)
	calls := 0.0
	for _, e := range in {
		calls += e.callsAMonth
	}
	requests := p.rows[i].cells[columnRequests]
	if calls <= requests.figure*1.05 {
		return ""
	}
	return fmt.Sprintf("others call it %s times a month, more than its %s requests", model.ShortCount(calls), requests.text)
}
