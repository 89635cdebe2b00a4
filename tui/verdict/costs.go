package verdict

import (
	"runwhere/model/report"
	"runwhere/model/report/doc"
	"runwhere/tui/kit"
)

// economics is what each option costs to own, and which of the figures are
// compared.
func (p *Pane) economics(t *kit.PageWriter) {
	e := p.Session.Result.Evaluation
	p.section(t, func(d *doc.Doc) { report.Ownership(d, e, &p.outlook) })
	compared := "The bills alone are compared (t counts people and tools in)."
	if e.Resolved.IncludePeople {
		compared = "The totals with people and tools are compared (t leaves them out)."
	}
	t.Text(p.Styles.Muted, compared)
}
