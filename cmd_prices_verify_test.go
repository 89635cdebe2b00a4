package main

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"runwhere/costs"
	"runwhere/model/report"
)

// Old prices are one line unless all of them are asked for.
func TestVerifyCountsOldPrices(t *testing.T) {
	t.Parallel()
	book, err := costs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	v := verify(book, "2026-11-23", costs.UsedPrices())
	short := string(v.text(false))
	if n := strings.Count(short, "\n"); n != 2 || !strings.Contains(short, "nothing is wrong") ||
		!strings.Contains(short, "the oldest: alb.hour in ap-northeast-1 is as of 2017-12-18; --all lists them") {
		t.Errorf("%d lines:\n%s", n, short)
	}
	if n := strings.Count(string(v.text(true)), "\n"); n != 2+len(v.warnings) {
		t.Errorf("%d lines for %d warnings", n, len(v.warnings))
	}
	// Long before the first price nothing is old.
	if text := string(verify(book, "2010-01-01", costs.UsedPrices()).text(false)); strings.Count(text, "\n") != 1 {
		t.Errorf("old prices in 2010:\n%s", text)
	}
}

func TestVerifyAsJSON(t *testing.T) {
	t.Parallel()
	v := decoded(t, must(t, "", "prices", "verify", "--format", "json"))
	if problems := at(t, v, "problems").([]any); len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	if at(t, v, "collected") != "2026-11-23" || at(t, v, "today") != today() || at(t, v, "oldest") != "2017-12-18" {
		t.Errorf("%v, %v, %v", at(t, v, "collected"), at(t, v, "today"), at(t, v, "oldest"))
	}
}

// All problems are printed, and the error names the first.
func TestVerifyPrintsProblems(t *testing.T) {
	t.Parallel()
	book, err := costs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	used := append(costs.UsedPrices(), "no.such.price", "nor.this.one")
	for _, format := range []report.Format{report.TextFormat, report.JSONFormat} {
		var out bytes.Buffer
		err := newProgram(nil, &out, io.Discard).writeVerified(verify(book, "2026-11-23", used), format, false)
		const want = "the price book has 2 problem(s), the first: no.such.price is charged by a platform, and the book does not have it"
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
		for _, id := range []string{"no.such.price", "nor.this.one"} {
			if !strings.Contains(out.String(), id) {
				t.Errorf("%s is not in\n%s", id, out.String())
			}
		}
	}
}
