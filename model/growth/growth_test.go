package growth

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

func growthOf(t testing.TB, text string) (*model.Evaluation, Outlook) {
	t.Helper()
	s, err := scenariofile.Decode("test.yaml", []byte("runwhere: 1\n"+text))
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.Evaluate(s, scenariotest.PriceBook(t))
	if err != nil {
		t.Fatal(err)
	}
	return e, Of(e)
}

// lineal is one function whose bill is in proportion to the requests: 50M ×
// 0.5 s × 1 GiB are 25M GB-s at $0.0000166667 and 50M requests at $0.20 a
// million, so $426.6675 a month.
const lineal = `region: us-east-1
components: [{name: api, requests_per_month: 50M, duration: 500ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB, cpu_time: 150ms, response: 0KiB, traffic: steady}]
platforms: {serverless: {front_door: none, nat_gateways: 0, logs: none}}
`

const linealUSD = 25e6*0.0000166667 + 50*0.20

// TestGrowthIsCompound: after m months of 10 % the bill is 1.1^m times today's,
// and months 0 to 12 together are a geometric series.
func TestGrowthIsCompound(t *testing.T) {
	t.Parallel()
	_, o := growthOf(t, lineal+"growth: {monthly: 10%, horizon_months: 12}\n")
	l := &o.Lines[o.Line(checklist.Serverless)]
	if len(o.Volumes) != 13 || len(l.Costs) != 13 {
		t.Fatalf("%d volumes and %d costs for months 0 to 12", len(o.Volumes), len(l.Costs))
	}
	for m := range o.Volumes {
		factor := math.Pow(1.1, float64(m))
		if !scenariotest.Near(o.Volumes[m], 50e6*factor) || !scenariotest.Near(l.Costs[m], linealUSD*factor) {
			t.Errorf("month %d: %v requests, %v USD", m, o.Volumes[m], l.Costs[m])
		}
	}
	if want := linealUSD * (math.Pow(1.1, 13) - 1) / 0.1; !scenariotest.Near(l.Total, want) {
		t.Errorf("all months cost %v, want %v", l.Total, want)
	}
}

// TestGrowthOfNothing: without growth every line is flat, nothing changes, and
// the words say so.
func TestGrowthOfNothing(t *testing.T) {
	t.Parallel()
	_, o := growthOf(t, lineal)
	if o.Rate != 0 || o.Horizon != 24 || o.MigrationUSD != 0 || len(o.Changes) != 0 || !o.Flat() {
		t.Errorf("%v %v %v %v", o.Rate, o.Horizon, o.MigrationUSD, o.Changes)
	}
	l := &o.Lines[o.Line(checklist.Serverless)]
	if !scenariotest.Near(l.Total, 25*linealUSD) || l.Costs[0] != l.Costs[24] {
		t.Errorf("25 months cost %v, want %v", l.Total, 25*linealUSD)
	}
	if said := strings.Join(o.Sentences(), " "); !strings.Contains(said, "No growth: all months from today to month 24 have 50M requests a month") || !strings.Contains(said, "and stays so in every month") {
		t.Error(said)
	}
	for i := range o.Trap {
		if o.Trap[i].Factor != 1 {
			t.Errorf("month %d has the factor %v", o.Trap[i].Month, o.Trap[i].Factor)
		}
	}
}

// TestNoFigureIsNeverZero: a refused, an unbilled and a saturated line have no
// figure, and a total that lacks a month is none.
func TestNoFigureIsNeverZero(t *testing.T) {
	t.Parallel()
	_, o := growthOf(t, strings.Replace(lineal, "platforms: {", "platforms: {kubernetes: {nodes: 6}, compare: [akamai-functions], ", 1)+"growth: {monthly: 20%}\n")
	for i := range o.Lines {
		l := &o.Lines[i]
		for m, usd := range l.Costs {
			if usd <= 0 || math.IsNaN(usd) || math.IsInf(usd, 1) != (l.Ends >= 0 && m >= l.Ends) {
				t.Errorf("%s in month %d: %v, ends %d", l.ID, m, usd, l.Ends)
			}
		}
		if ends := l.Ends >= 0; math.IsInf(l.Total, 1) != ends || ends && l.Why == "" {
			t.Errorf("%s ends in month %d: total %v, %q", l.ID, l.Ends, l.Total, l.Why)
		}
	}
	if k := &o.Lines[0]; k.Ends <= 0 || !strings.Contains(k.Why, "saturate") {
		t.Errorf("6 nodes end in month %d: %s", k.Ends, k.Why)
	}
	if w := &o.Lines[3]; w.Ends != 0 || !strings.Contains(w.Why, "128 MB") {
		t.Errorf("Workers: %+v", w)
	}
}

// TestPeopleInGrowth: the same months with people are dearer by the people's
// cost in each.
func TestPeopleInGrowth(t *testing.T) {
	t.Parallel()
	_, without := growthOf(t, lineal+"growth: {monthly: 10%}\n")
	_, with := growthOf(t, lineal+"growth: {monthly: 10%}\npeople: {include: true}\n")
	for i := range without.Lines {
		a, b := &without.Lines[i], &with.Lines[i]
		if a.PeopleUSD != b.PeopleUSD || a.BillTotal != b.BillTotal {
			t.Errorf("%s: people %v and %v, bills %v and %v", a.ID, a.PeopleUSD, b.PeopleUSD, a.BillTotal, b.BillTotal)
		}
		if a.Ends < 0 && (!scenariotest.Near(b.Costs[7], a.Costs[7]+a.PeopleUSD) || !scenariotest.Near(b.Total, a.Total+25*a.PeopleUSD)) {
			t.Errorf("%s with people: %v, without %v and people %v", a.ID, b.Costs[7], a.Costs[7], a.PeopleUSD)
		}
	}
}

// TestPinnedIsNoChoice: what a pin keeps the system off is shown with its
// figures, and is never the cheapest nor a goal.
func TestPinnedIsNoChoice(t *testing.T) {
	t.Parallel()
	_, o := growthOf(t, strings.Replace(lineal, "traffic: steady", "traffic: steady, pin: kubernetes", 1))
	s := o.Line(checklist.Serverless)
	if l := &o.Lines[s]; !l.Barred || l.Choice() || math.IsInf(l.Total, 1) || !strings.Contains(l.Why, "pinned") {
		t.Errorf("%+v", l)
	}
	if o.Cheapest[0] != 0 || o.Least != 0 || len(o.Migrations) != 0 {
		t.Errorf("cheapest %v, least %d, %v", o.Cheapest, o.Least, o.Migrations)
	}
}

// TestAbsurdGrowth: 1,000 % a month over ten years is beyond what is billed,
// and nothing panics or turns into a figure.
func TestAbsurdGrowth(t *testing.T) {
	t.Parallel()
	e, o := growthOf(t, lineal+"growth: {monthly: 1000%, horizon_months: 120}\n")
	if o.Lines[2].Ends <= 0 || o.Least != -1 || o.Changes[len(o.Changes)-1].To != -1 {
		t.Errorf("%+v", o.Lines[2])
	}
	if scenariotest.Sure(FindHorizonSplit(t.Context(), e)) == nil {
		t.Error("no split at the horizon")
	}
	if len(o.Sentences()) == 0 {
		t.Error("no words")
	}
}

// TestHybridIsTodaysSplit: at today's volume the hybrid costs what the split
// does; at the horizon, what the pools say of the same placement, and never
// less than the best split there.
func TestHybridIsTodaysSplit(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawConnected(t, 5)
		s.Growth.Monthly = scenario.Some(quantity.Exactly(rapid.Float64Range(0, 0.3).Draw(t, "growth")))
		e, err := model.Decide(s, b)
		if err != nil {
			t.Fatal(err)
		}
		o := Of(e)
		h := scenariotest.Sure(FindHorizonSplit(t.Context(), e))
		if h.BestUSD > h.KeptUSD+1e-6 {
			t.Fatalf("the best split costs %v, today's placement %v", h.BestUSD, h.KeptUSD)
		}
		l := &o.Lines[len(o.Lines)-1]
		if l.Ends == 0 {
			return
		}
		if l.Barred {
			if l.Costs[0] < e.Split.USD-1e-6 {
				t.Fatalf("a mix costs %v today, less than the split's %v", l.Costs[0], e.Split.USD)
			}
			return
		}
		if !scenariotest.Near(l.Costs[0], e.Split.USD) {
			t.Fatalf("the hybrid costs %v today, the split %v", l.Costs[0], e.Split.USD)
		}
		if got := l.Costs[o.Horizon]; got != h.KeptUSD && math.Abs(got-h.KeptUSD) > 1e-6*got {
			t.Fatalf("the hybrid costs %v at the horizon, the pools say %v", got, h.KeptUSD)
		}
	})
}
