package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/plan"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// Audit holds the guide's published cost figures beside what the meters give
// for the same settings, with the reason for each difference. Ours is never
// adjusted to match.
type Audit struct {
	Sections []AuditSection
	Version  string // of the price book
}

// AuditSection is one table of the guide, or one of its claims.
type AuditSection struct {
	Title string
	Intro string
	Rows  []AuditRow
}

// AuditRow is one published figure.
type AuditRow struct {
	Item      string
	Unit      string  // usd, times, percent or requests
	Published float64 // NaN where the guide has no such line
	Step      float64 // what the published figure is rounded to
	Range     float64 // the upper end where a range is published, +Inf for none, else 0
	Ours      float64
	Formula   string // how ours comes about
	Why       string // why they differ, or what they have in common
}

// Agrees reports whether ours is the published figure but for its rounding,
// or lies in the published range.
func (r *AuditRow) Agrees() bool {
	if r.Range > 0 {
		return r.Ours >= r.Published && r.Ours <= r.Range
	}
	return math.Abs(r.Ours-r.Published) <= r.Step/2+1e-9
}

// Article audits the guide with the prices of a book, from the presets
// scenario-a and scenario-b. The error is that of a preset that cannot be
// billed.
func Article(book *pricebook.Book) (*Audit, error) {
	a, err := newAuditor(book)
	if err != nil {
		return nil, err
	}
	audit := &Audit{Version: book.Version()}
	for _, section := range []func() (AuditSection, error){
		func() (AuditSection, error) { return a.scenario("A"), nil },
		func() (AuditSection, error) { return a.scenario("B"), nil },
		a.table, a.crossover, a.gateway, a.capacity, a.network, a.costTrap, a.hiddenTax,
	} {
		s, err := section()
		if err != nil {
			return nil, err
		}
		audit.Sections = append(audit.Sections, s)
	}
	return audit, nil
}

// auditor bills the guide's scenarios and variations of them.
type auditor struct {
	book     *pricebook.Book
	presets  map[string]scenario.Scenario // A and B
	lambda   map[string]*costs.Platform
	eks      map[string]*costs.Platform
	settings map[string]plan.Resolved
}

func newAuditor(book *pricebook.Book) (*auditor, error) {
	a := &auditor{
		book: book, presets: map[string]scenario.Scenario{}, settings: map[string]plan.Resolved{},
		lambda: map[string]*costs.Platform{}, eks: map[string]*costs.Platform{},
	}
	for _, id := range []string{"A", "B"} {
		s, err := scenariofile.Preset("scenario-" + strings.ToLower(id))
		if err != nil {
			return nil, err
		}
		a.presets[id] = s
		curves, r, err := model.Curves(s, book)
		if err != nil {
			return nil, err
		}
		a.settings[id] = r
		a.eks[id], a.lambda[id] = platformOf(curves, checklist.Kubernetes), platformOf(curves, checklist.Serverless)
	}
	return a, nil
}

// vary bills a scenario with some values changed, each as `key=value`.
func (a *auditor) vary(id string, changes ...string) (eks, lambda *costs.Platform, err error) {
	s := a.presets[id]
	for _, change := range changes {
		change = strings.Replace(change, "*", s.Components[0].Name, 1)
		if s, err = scenario.Set(s, change); err != nil {
			return nil, nil, err
		}
	}
	curves, _, err := model.Curves(s, a.book)
	if err != nil {
		return nil, nil, err
	}
	return platformOf(curves, checklist.Kubernetes), platformOf(curves, checklist.Serverless), nil
}

// platformOf is the platform of the curves that stands for an option.
func platformOf(curves []costs.Curve, o checklist.Option) *costs.Platform {
	return curves[slices.Index(checklist.Placeable, o)].Platform
}

// usd is what a platform bills at a volume. A saturated fleet bills what it
// is; that it cannot carry the volume is told apart.
func usd(p *costs.Platform, q float64) float64 { return p.Bill(q).USD }

// hiddenTax adds up the published table of what no cloud bill shows.
func (a *auditor) hiddenTax() (AuditSection, error) {
	sum := 0.0
	terms := []string{}
	for _, line := range checklist.HiddenTaxTable() {
		sum += line.USD
		terms = append(terms, costs.Figure(line.USD))
	}
	return AuditSection{
		Title: "The hidden tax of Kubernetes",
		Intro: "People and tools have no list price: the published amounts are kept as a layer that can be switched on, and every one can be changed.",
		Rows: []AuditRow{{
			Item: "Total with the cloud bill", Unit: "usd", Published: checklist.HiddenTaxTotal, Step: 1, Ours: sum,
			Formula: strings.Join(terms, " + "),
			Why:     "the published lines add up to the published total",
		}},
	}, nil
}

// times prints a ratio.
func times(v float64) string {
	if v >= 100 {
		return costs.Figure(math.Round(v)) + "×"
	}
	return fmt.Sprintf("%.1f×", v)
}
