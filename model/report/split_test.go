package report_test

import (
	"math"
	"strings"
	"testing"

	"runwhere/model"
	"runwhere/model/report"
	scenariofile "runwhere/model/scenario/file"
)

// splitDocument is what the tests read of the JSON's split.
type splitDocument struct {
	Split struct {
		MonthlyUSD float64            `json:"monthly_usd"`
		Platforms  map[string]float64 `json:"platforms_usd"`
		GlueUSD    float64            `json:"glue_usd"`
		Gap        float64
		Glue       []struct {
			From, To   string
			Via        string
			MonthlyUSD float64 `json:"monthly_usd"`
			Lines      []struct {
				USD             float64
				Formula, Source string
				PriceID         string `json:"price_id"`
				AsOf            string `json:"as_of"`
			}
		}
		Placements []struct {
			Component, Option, Reason string
			Adds                      map[string]*float64 `json:"adds_usd"`
			Moving                    map[string]*float64 `json:"moving_usd"`
		}
		RunnerUp struct {
			MonthlyUSD float64 `json:"monthly_usd"`
			MoreUSD    float64 `json:"more_usd"`
			Moves      []struct{ Component, From, To string }
		} `json:"runner_up"`
		Pattern struct {
			MonthlyUSD  float64 `json:"monthly_usd"`
			Placements  []struct{ Component, Rule string }
			Differences []struct{ Component, Pattern, Split, Why string }
		}
		ByVolume struct {
			Components []struct {
				Component string
				Spans     []struct {
					From, To float64
					Option   string
				}
			}
		} `json:"by_volume"`
	}
}

// ofTheGuide evaluates the guide's system of eighteen components.
func ofTheGuide(t *testing.T) *model.Evaluation {
	t.Helper()
	s, err := scenariofile.Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	return evaluated(t, s)
}

// TestSplitJSONAddsUp: platforms and glue are the split, lines are their call,
// the runner-up is the split and its moves, and every difference from the
// guide's pattern is there with its line.
func TestSplitJSONAddsUp(t *testing.T) {
	t.Parallel()
	e := ofTheGuide(t)
	d := readAs[splitDocument](t, e).Split
	same := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 0.005 {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	total := d.GlueUSD
	for _, usd := range d.Platforms {
		total += usd
	}
	same("the platforms and the glue", total, d.MonthlyUSD)
	glue := 0.0
	for _, g := range d.Glue {
		glue += g.MonthlyUSD
		lines := 0.0
		for _, l := range g.Lines {
			lines += l.USD
			if l.Formula == "" || l.PriceID == "" || l.Source == "" || l.AsOf == "" {
				t.Errorf("%s to %s: %+v", g.From, g.To, l)
			}
		}
		same(g.From+" to "+g.To, lines, g.MonthlyUSD)
	}
	same("the calls", glue, d.GlueUSD)
	same("the runner-up", d.RunnerUp.MonthlyUSD-d.RunnerUp.MoreUSD, d.MonthlyUSD)
	if len(d.Glue) == 0 || len(d.RunnerUp.Moves) == 0 || d.Gap != 0 {
		t.Errorf("%d calls, %d moves, gap %v", len(d.Glue), len(d.RunnerUp.Moves), d.Gap)
	}
	differs := 0
	for i, p := range d.Placements {
		if p.Moving[p.Option] == nil || *p.Moving[p.Option] != 0 || p.Reason == "" {
			t.Errorf("%s: %+v", p.Component, p)
		}
		spans := d.ByVolume.Components[i].Spans
		if spans[0].From != model.LowestVolume || spans[len(spans)-1].To != model.HighestVolume {
			t.Errorf("%s: %v", p.Component, spans)
		}
		for _, x := range d.Pattern.Differences {
			if x.Component == p.Component {
				differs++
				if x.Split != p.Option || x.Pattern == x.Split || x.Why == "" {
					t.Errorf("%+v", x)
				}
			}
		}
	}
	if differs != len(d.Pattern.Differences) || differs == 0 || len(d.Pattern.Placements) != 18 {
		t.Errorf("%d differences", differs)
	}
}

// TestSplitInEveryReport: text and Markdown carry the reasons, the glue with
// its formulas, the runner-up, the differences and the moves.
func TestSplitInEveryReport(t *testing.T) {
	t.Parallel()
	e := ofTheGuide(t)
	plain := func(b []byte) string {
		return strings.Join(strings.Fields(strings.NewReplacer("\\", "", "|", " ").Replace(string(b))), " ")
	}
	found := withoutFlips(t, e)
	for format, text := range map[string]string{"text": plain(report.Text(e, found)), "markdown": plain(report.Markdown(e, found, report.Record{}))} {
		wants := append(e.SplitSentences(found.RunnerUp), found.ByVolume.Sentences()...)
		for _, d := range e.Pattern().Differences {
			wants = append(wants, d.Why)
		}
		for i := range e.Split.Placements {
			wants = append(wants, e.Split.Placements[i].Reason)
		}
		for i := range e.Split.Glue {
			for k := range e.Split.Glue[i].Lines {
				wants = append(wants, e.Split.Glue[i].Lines[k].Formula)
			}
		}
		for _, want := range wants {
			if !strings.Contains(text, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s lacks %q", format, want)
			}
		}
	}
}
