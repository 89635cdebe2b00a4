package growth

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// drawn makes an outlook of given monthly costs.
func drawn(usd float64, lines ...[]float64) Outlook {
	o := Outlook{MigrationUSD: usd, Horizon: len(lines[0]) - 1, Volumes: make([]float64, len(lines[0]))}
	for _, costs := range lines {
		l := OutlookLine{Costs: costs, Ends: -1}
		for m, c := range costs {
			if math.IsInf(c, 1) && l.Ends < 0 {
				l.Ends = m
			}
			l.Total += c
		}
		o.Lines = append(o.Lines, l)
	}
	return o
}

// TestMigrationByHand: from 10, 20, 30, 40 to a flat 22 with a migration of 20.
// Staying costs 100. Moving in month 0 costs 20 + 88 = 108, in month 1 10 + 20 +
// 66 = 96, in month 2 30 + 20 + 44 = 94, in month 3 60 + 20 + 22 = 102. After
// month 2 the savings are 8, after month 3 26: paid back.
func TestMigrationByHand(t *testing.T) {
	t.Parallel()
	o := drawn(20, []float64{10, 20, 30, 40}, []float64{22, 22, 22, 22})
	m := o.migration(0, 1)
	if m.Month != 2 || m.StayUSD != 100 || m.NowUSD != 108 || m.BestUSD != 94 || m.SavedUSD != 6 || m.Payback != 3 || m.MustBy != -1 {
		t.Errorf("%+v", m)
	}
	if m = o.migration(1, 0); m.Month != -1 || m.SavedUSD != 0 || m.BestUSD != 88 || m.Payback != -1 {
		t.Errorf("never: %+v", m)
	}
	o.MigrationUSD = 27
	if m = o.migration(0, 1); m.Month != -1 {
		t.Errorf("26 at most are saved, so 27 never pay: %+v", m)
	}
}

// TestMigrationOfWhatEnds: a fleet that saturates in month 2 has to be left by
// then; what ends itself is no goal.
func TestMigrationOfWhatEnds(t *testing.T) {
	t.Parallel()
	inf := math.Inf(1)
	o := drawn(5, []float64{10, 10, inf, inf}, []float64{15, 15, 15, 15})
	m := o.migration(0, 1)
	if m.Month != 2 || m.MustBy != 2 || m.BestUSD != 10+10+5+15+15 || !math.IsInf(m.SavedUSD, 1) || m.Payback != -1 || m.Stuck() {
		t.Errorf("%+v", m)
	}
	if m = o.migration(1, 0); m.Month != -1 || !math.IsInf(m.NowUSD, 1) || m.Stuck() {
		t.Errorf("%+v", m)
	}
	o = drawn(5, []float64{10, inf}, []float64{10, inf})
	if m = o.migration(0, 1); !m.Stuck() {
		t.Errorf("%+v", m)
	}
}

func drawCosts(t *rapid.T, name string, n int) []float64 {
	costs := rapid.SliceOfN(rapid.Float64Range(0, 1000), n, n).Draw(t, name)
	if rapid.IntRange(0, 3).Draw(t, name+" ends") == 0 {
		for m := rapid.IntRange(0, n-1).Draw(t, name+" end"); m < n; m++ {
			costs[m] = math.Inf(1)
		}
	}
	return costs
}

// TestBestMonthIsTheBruteForceOne tries every month, each added up afresh.
func TestBestMonthIsTheBruteForceOne(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 30).Draw(t, "months")
		a, b, usd := drawCosts(t, "from", n), drawCosts(t, "to", n), rapid.Float64Range(0, 3000).Draw(t, "cost")
		o := drawn(usd, a, b)
		m := o.migration(0, 1)
		least, best := math.Inf(1), -1
		for month := range n {
			total := usd
			for i := range n {
				if i < month {
					total += a[i]
				} else {
					total += b[i]
				}
			}
			if total < least {
				least, best = total, month
			}
			if m.BestUSD > total && !scenariotest.Near(m.BestUSD, total) {
				t.Fatalf("month %d costs %v, the best one %d %v", month, total, m.Month, m.BestUSD)
			}
		}
		if m.Month >= 0 && !scenariotest.Near(m.BestUSD, least) {
			t.Fatalf("%+v, want month %d with %v", m, best, least)
		}
		if m.Month < 0 && least < m.StayUSD && !scenariotest.Near(m.StayUSD, least) {
			t.Fatalf("never, but month %d costs %v and staying %v", best, least, m.StayUSD)
		}
		if m.Month >= 0 && m.Payback < 0 && !math.IsInf(m.StayUSD, 1) {
			t.Fatalf("%+v saves and is never paid back", m)
		}
	})
}

// TestConstantGapMovesAtOnceOrNever: where one line is dearer by the same
// amount in every month there is nothing to wait for.
func TestConstantGapMovesAtOnceOrNever(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 30).Draw(t, "months")
		a := rapid.SliceOfN(rapid.Float64Range(100, 1000), n, n).Draw(t, "from")
		gap := rapid.Float64Range(-100, 100).Draw(t, "gap")
		b := make([]float64, n)
		for i := range a {
			b[i] = a[i] - gap
		}
		o := drawn(rapid.Float64Range(0, 3000).Draw(t, "cost"), a, b)
		m := o.migration(0, 1)
		if m.Month > 0 {
			t.Fatalf("%+v", m)
		}
		if m.BestUSD < math.Min(m.StayUSD, m.NowUSD)-1e-6 {
			t.Fatalf("%+v beats both staying and leaving at once", m)
		}
	})
}

// TestMonthsByBruteForce: changes, totals and the cheapest of drawn systems
// against a scan that knows nothing of either.
func TestMonthsByBruteForce(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 4)
		s.Compare = []string{"cloud-run", "gke-autopilot"}
		s.Growth = scenario.Growth{
			Monthly:       scenario.Some(quantity.Exactly(rapid.Float64Range(0, 0.5).Draw(t, "growth"))),
			HorizonMonths: scenario.Some(quantity.Exactly(float64(rapid.IntRange(1, 36).Draw(t, "horizon")))),
			MigrationCost: scenario.Some(quantity.Exactly(rapid.Float64Range(0, 1e5).Draw(t, "migration"))),
		}
		e, err := model.Decide(s, b)
		if err != nil {
			t.Fatal(err)
		}
		o := Of(e)
		changes := o.Changes
		for m, volume := range o.Volumes {
			least := math.Inf(1)
			for i := range o.Lines {
				l := &o.Lines[i]
				if l.Platform != nil && volume <= scenario.MostRequests && l.Costs[m] != e.Curve(l.Platform).Cost(volume) {
					t.Fatalf("%s in month %d: %v, its curve says %v", l.ID, m, l.Costs[m], e.Curve(l.Platform).Cost(volume))
				}
				if !l.Barred {
					least = math.Min(least, l.Costs[m])
				}
			}
			if c := o.Cheapest[m]; c < 0 != math.IsInf(least, 1) || c >= 0 && !scenariotest.Near(o.Lines[c].Costs[m], least) {
				t.Fatalf("month %d: line %d is said to be the cheapest, %v is least", m, c, least)
			}
			if m > 0 && o.Cheapest[m] != o.Cheapest[m-1] {
				if len(changes) == 0 || changes[0].Month != m || changes[0].Volume != volume || changes[0].To != o.Cheapest[m] {
					t.Fatalf("month %d changes the cheapest and is not in %+v", m, changes)
				}
				changes = changes[1:]
			}
		}
		if len(changes) > 0 {
			t.Fatalf("%+v change nothing", changes)
		}
		for i := range o.Lines {
			sum := 0.0
			for _, usd := range o.Lines[i].Costs {
				sum += usd
			}
			if got := o.Lines[i].Total; got != sum && !scenariotest.Near(got, sum) {
				t.Fatalf("%s costs %v in total, its months add up to %v", o.Lines[i].ID, got, sum)
			}
		}
		for i := range o.Migrations {
			if o.Moves(&o.Migrations[i]) == "" || o.Migrations[i].From == o.Migrations[i].To {
				t.Fatalf("%+v", o.Migrations[i])
			}
		}
	})
}

// BenchmarkGrowth is 24 months of twelve platforms, without the search of
// another split.
func BenchmarkGrowth(b *testing.B) {
	for _, name := range []string{"scenario-b", "hybrid"} {
		b.Run(name, func(b *testing.B) {
			s, err := scenariofile.Preset(name)
			if err != nil {
				b.Fatal(err)
			}
			s.Growth.Monthly = scenario.Some(quantity.Exactly(0.08))
			s.Compare = []string{
				"cloud-run", "gke", "gke-autopilot", "aks", "eks-auto", "eks-fargate", "azure-flex", "container-apps", "cloud-functions",
			}
			e, err := model.Evaluate(s, scenariotest.PriceBook(b))
			if err != nil {
				b.Fatal(err)
			}
			if n := len(e.Platforms); n != 12 {
				b.Fatalf("%d platforms", n)
			}
			b.ReportAllocs()
			for b.Loop() {
				Of(e)
			}
		})
	}
}
