package system

import (
	"fmt"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/split"
	"runwhere/model/study"
)

// Edge is a call from one component to another.
type Edge struct {
	From, To    int // components in the order of the file
	call        int // which of the caller's calls
	rate        cell
	payload     cell
	via         cell
	CallsAMonth float64         // the caller's requests × calls a request
	Glue        *split.GlueCall // what it costs between platforms, nil where it stays on one
}

// edgesOf lists the calls of a system. The evaluation has them in the same
// order, and of those the ones that cross between platforms.
func edgesOf(e *study.Study, explicit *scenario.Scenario) []Edge {
	index := make(map[string]int, len(explicit.Components))
	for i := range explicit.Components {
		index[explicit.Components[i].Name] = i
	}
	var edges []Edge
	work, glue := &e.Resolved.Workload, e.Split.Glue
	for i := range explicit.Components {
		for j, c := range explicit.Components[i].Calls {
			to, known := index[c.To]
			if !known || to == i || len(edges) == len(work.Calls) {
				continue // no scenario that was read or applied has such a call
			}
			resolved := &work.Calls[len(edges)]
			at := scenario.At{Component: i, Call: j}
			edge := Edge{
				From: i, To: to, call: j,
				rate:        callCell(explicit, at, paths.CallPerRequest, quantity.FormatNumber(resolved.PerRequest)),
				payload:     callCell(explicit, at, paths.CallPayload, quantity.FormatSize(resolved.Payload)),
				via:         callCell(explicit, at, paths.CallVia, string(resolved.Via)),
				CallsAMonth: work.Components[i].Requests * resolved.PerRequest,
			}
			if len(glue) > 0 && glue[0].From == explicit.Components[i].Name && glue[0].To == c.To && crosses(e, i, to) {
				edge.Glue, glue = &glue[0], glue[1:]
			}
			edges = append(edges, edge)
		}
	}
	return edges
}

// GlueText is the cost of a call between platforms. Where a part of it has no
// known price, it is at least the rest.
func (e *Edge) GlueText() string {
	switch {
	case len(e.Glue.Unknown) == 0:
		return quantity.Money(e.Glue.USD)
	case e.Glue.USD == 0:
		return "unknown"
	}
	return "≥" + quantity.Money(e.Glue.USD)
}

// crosses reports whether the split puts two components on different platforms.
func crosses(e *study.Study, from, to int) bool {
	p := e.Split.Placements
	return max(from, to) < len(p) && p[from].Option != "" && p[to].Option != "" && p[from].Option != p[to].Option
}

// callCell is what a scenario gives for a field of a call, or what stands in
// for it.
func callCell(s *scenario.Scenario, at scenario.At, path paths.Path, placeholder string) cell {
	if f, ok := scenario.FieldOf(path); ok {
		if text, given := f.Text(s, at); given {
			return cell{text: text}
		}
	}
	return cell{text: placeholder, assumed: true}
}

// countCalls fills in what of the calls the table shows.
func (p *Pane) countCalls() {
	out, in := make([]int, len(p.Rows)), make([]int, len(p.Rows))
	for i := range p.Edges {
		out[p.Edges[i].From]++
		in[p.Edges[i].To]++
	}
	for i := range p.Rows {
		cell := &p.Rows[i].cells[ColumnCalls]
		cell.figure = float64(out[i] + in[i])
		if out[i] > 0 {
			cell.text = fmt.Sprintf("%s%d ", p.Styles.Glyphs.Right, out[i])
		}
		if in[i] > 0 {
			cell.text += fmt.Sprintf("%s%d", p.Styles.Glyphs.Left, in[i])
		}
	}
}

// edgesOf returns the calls that a component makes and those that reach it.
func (p *Pane) edgesOf(i int) (out, in []*Edge) {
	for k := range p.Edges {
		switch e := &p.Edges[k]; i {
		case e.From:
			out = append(out, e)
		case e.To:
			in = append(in, e)
		}
	}
	return out, in
}

// overCalled says so where the calls of others alone are more than the
// requests that a component is said to have, "" where they are not. A
// twentieth more is not worth a word: figures are estimates.
func (p *Pane) overCalled(i int) string {
	if i >= len(p.Rows) {
		return ""
	}
	_, in := p.edgesOf(i)
	calls := 0.0
	for _, e := range in {
		calls += e.CallsAMonth
	}
	requests := p.Rows[i].cells[columnRequests]
	if calls <= requests.figure*1.05 {
		return ""
	}
	return fmt.Sprintf("others call it %s times a month, more than its %s requests", quantity.ShortCount(calls), requests.text)
}
