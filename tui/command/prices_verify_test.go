package command

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/report"
)

// The ages of the prices are told by provider, and that they are old is never
// called right; all of the old ones are listed only where they are asked for.
func TestVerifyTellsAges(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	v := verify(book, "2026-11-23", costs.UsedPrices())
	short := string(v.text(false))
	for _, want := range []string{
		"complete and consistent\nOn 2026-11-23 ", " are more than 180 days old, ", "\nprovider ", "\nall ",
		"The oldest: alb.hour in ap-northeast-1 is as of 2017-12-18; --all lists those over 180 days\n",
	} {
		if !strings.Contains(short, want) {
			t.Errorf("no %q in\n%s", want, short)
		}
	}
	if strings.Contains(short, "nothing is wrong") {
		t.Error("old prices are called right")
	}
	if long := string(v.text(true)); strings.Count(long, "\n  ") != len(v.warnings) {
		t.Errorf("%d lines for %d warnings", strings.Count(long, "\n  "), len(v.warnings))
	}
	// The counts follow from the dates of the list, taken apart here.
	old, veryOld := 0, 0
	for _, p := range book.Prices() {
		day := p.AsOf + map[int]string{4: "-12-31", 7: "-28", 10: ""}[len(p.AsOf)] // No month ends within three days of a limit.
		if day < "2026-05-27" {
			old++
		}
		if day < "2025-10-19" {
			veryOld++
		}
	}
	total := v.Ages[len(v.Ages)-1]
	if total.Prices != len(book.Prices()) || total.Over180 != old || total.Over400 != veryOld || len(v.warnings) != old || total.Oldest != "2017-12-18" {
		t.Errorf("%+v, %d warnings, want %d and %d", total, len(v.warnings), old, veryOld)
	}
	sum := 0
	for _, a := range v.Ages[:len(v.Ages)-1] {
		sum += a.Over180
	}
	if sum != old {
		t.Errorf("the providers have %d old prices, want %d", sum, old)
	}
	// Long before the first price nothing is old.
	if text := string(verify(book, "2010-01-01", costs.UsedPrices()).text(false)); !strings.Contains(text, "On 2010-01-01 none is more than 180 days old") {
		t.Errorf("old prices in 2010:\n%s", text)
	}
}

func TestVerifyAsJSON(t *testing.T) {
	t.Parallel()
	v := decoded(t, must(t, "", "prices", "verify", "--format", "json"))
	if problems := at(t, v, "problems").([]any); len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	if at(t, v, "collected") != "2026-11-28" || at(t, v, "today") != today() || at(t, v, "oldest") != "2017-12-18" {
		t.Errorf("%v, %v, %v", at(t, v, "collected"), at(t, v, "today"), at(t, v, "oldest"))
	}
}

// All problems are printed, and the answer is "no".
func TestVerifyPrintsProblems(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	used := append(costs.UsedPrices(), "no.such.price", "nor.this.one")
	for _, format := range []report.Format{report.TextFormat, report.JSONFormat} {
		var out bytes.Buffer
		p := newProgram(nil, &out, io.Discard)
		if err := p.writeVerified(verify(book, "2026-11-23", used), format, false); err != nil || !p.no {
			t.Errorf("%v, the answer is no: %v", err, p.no)
		}
		for _, id := range []string{"no.such.price", "nor.this.one"} {
			if !strings.Contains(out.String(), id) {
				t.Errorf("%s is not in\n%s", id, out.String())
			}
		}
	}
}
