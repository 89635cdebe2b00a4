package main

import (
	"bytes"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"runwhere/costs"
	"runwhere/model/report"
)

func (p *program) pricesVerifyCommand() *cobra.Command {
	f := &pricesFlags{}
	all := false
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "check the price book for gaps",
		Long: "Checks that every price has a unit, a source and a date, that tiers ascend, that no two prices hold on the same day, " +
			"and that what platforms charge is there. Prices older than 180 days are counted; --all lists them.",
		Example: "runwhere prices verify\nrunwhere prices verify --all\nrunwhere prices verify --prices contract.yaml --format json",
		Args:    cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("prices verify takes no argument, not %q", args[0])
			}
			return p.verifyPrices(f, all)
		}),
	}
	cmd.Flags().BoolVar(&all, "all", false, "list every old price")
	p.addPriceFlags(cmd, f)
	return cmd
}

// today is the day on the clock, YYYY-MM-DD.
func today() string { return time.Now().Format(time.DateOnly) }

func (p *program) verifyPrices(f *pricesFlags, all bool) error {
	format, book, err := p.formatAndBook(f.format, report.TextFormat, report.JSONFormat)
	if err != nil {
		return err
	}
	return p.writeVerified(verify(book, today(), costs.UsedPrices()), format, all)
}

// verifiedJSON is what a check of the book found.
type verifiedJSON struct {
	Prices    int           `json:"prices"`
	Collected string        `json:"collected"`
	Oldest    string        `json:"oldest"`
	Newest    string        `json:"newest"`
	Today     string        `json:"today"`
	Problems  []problemJSON `json:"problems"`
	Warnings  []problemJSON `json:"warnings"`

	problems, warnings []costs.Problem
}

type problemJSON struct {
	ID     string `json:"id"`
	Region string `json:"region,omitempty"`
	What   string `json:"what"`
}

func verify(book *costs.Book, today string, used []string) *verifiedJSON {
	v := &verifiedJSON{Prices: len(book.Prices()), Collected: book.Version(), Today: today}
	v.Oldest, v.Newest = book.AsOf()
	v.problems, v.warnings = book.Verify(today, used)
	v.Problems, v.Warnings = problemsJSON(v.problems), problemsJSON(v.warnings)
	return v
}

func problemsJSON(problems []costs.Problem) []problemJSON {
	list := make([]problemJSON, len(problems))
	for i, problem := range problems {
		list[i] = problemJSON(problem)
	}
	return list
}

// writeVerified prints what was found. Problems are an error that names the
// first of them, when all of them are printed; old prices are no error.
func (p *program) writeVerified(v *verifiedJSON, format report.Format, all bool) error {
	var err error
	if format == report.JSONFormat {
		err = p.writeJSON(v)
	} else {
		err = p.write("", v.text(all))
	}
	if n := len(v.problems); err == nil && n > 0 {
		return fmt.Errorf("the price book has %d problem(s), the first: %s", n, v.problems[0])
	}
	return err
}

// text says what is wrong, and how many prices are old; with all, which.
func (v *verifiedJSON) text(all bool) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d prices, collected %s, stated as of %s to %s: ", v.Prices, v.Collected, v.Oldest, v.Newest)
	if len(v.problems) == 0 {
		b.WriteString("nothing is wrong\n")
	} else {
		fmt.Fprintf(&b, "%d problem(s)\n", len(v.problems))
	}
	for _, problem := range v.problems {
		fmt.Fprintf(&b, "  %s\n", problem)
	}
	if len(v.warnings) == 0 {
		return b.Bytes()
	}
	fmt.Fprintf(&b, "%d of them are from more than 180 days before %s, the oldest: %s", len(v.warnings), v.Today, v.warnings[0])
	if !all {
		b.WriteString("; --all lists them\n")
		return b.Bytes()
	}
	b.WriteString("\n")
	for _, warning := range v.warnings {
		fmt.Fprintf(&b, "  %s\n", warning)
	}
	return b.Bytes()
}
