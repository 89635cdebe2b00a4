package command

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/report"
)

func (p *program) pricesVerifyCommand() *cobra.Command {
	f := &pricesFlags{}
	all := false
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "check the price book for gaps",
		Long: "Checks that every price has a unit, a source and a date, that tiers ascend, that no two prices hold on the same day, " +
			"and that what platforms charge is there. The ages of the prices are counted by provider; --all counts them by region too and lists those over 180 days. " +
			"Exit code 1 where something is wrong; age alone is not.",
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
	Ages      []agesJSON    `json:"ages"` // by provider, last of all of them
	ByRegion  []agesJSON    `json:"ages_by_region"`
	Problems  []problemJSON `json:"problems"`
	Warnings  []problemJSON `json:"warnings"`

	problems, warnings []pricebook.Problem
}

// agesJSON is how old the prices of a provider are.
type agesJSON struct {
	Provider string `json:"provider"` // "" for all
	Prices   int    `json:"prices"`
	Over180  int    `json:"over_180_days"`
	Over400  int    `json:"over_400_days"`
	Oldest   string `json:"oldest"`
	Newest   string `json:"newest"`
	Region   string `json:"region,omitempty"`
}

type problemJSON struct {
	ID     string `json:"id"`
	Region string `json:"region,omitempty"`
	What   string `json:"what"`
}

func verify(book *pricebook.Book, today string, used []string) *verifiedJSON {
	v := &verifiedJSON{Prices: book.Count(), Collected: book.Version(), Today: today}
	v.Oldest, v.Newest = book.AsOf()
	for _, a := range book.Ages(today) {
		v.Ages = append(v.Ages, agesJSON(a))
	}
	for _, a := range book.AgesByRegion(today) {
		v.ByRegion = append(v.ByRegion, agesJSON(a))
	}
	v.problems, v.warnings = book.Verify(today, used)
	v.Problems, v.Warnings = problemsJSON(v.problems), problemsJSON(v.warnings)
	return v
}

func problemsJSON(problems []pricebook.Problem) []problemJSON {
	list := make([]problemJSON, len(problems))
	for i, problem := range problems {
		list[i] = problemJSON(problem)
	}
	return list
}

// writeVerified prints what was found. The answer is "no" where something is
// wrong with a price; that prices are old is said, and no answer.
func (p *program) writeVerified(v *verifiedJSON, format report.Format, all bool) error {
	p.no = len(v.problems) > 0
	if format == report.JSONFormat {
		return p.writeJSON(v)
	}
	return p.write(standardOutput, v.text(all))
}

// text says what is wrong, and how old the prices are; with all, which are old.
func (v *verifiedJSON) text(all bool) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d prices, collected %s, stated as of %s to %s: ", v.Prices, v.Collected, v.Oldest, v.Newest)
	if len(v.problems) == 0 {
		b.WriteString("complete and consistent\n")
	} else {
		fmt.Fprintf(&b, "%d problem(s)\n", len(v.problems))
	}
	for _, problem := range v.problems {
		fmt.Fprintf(&b, "  %s\n", problem)
	}
	total := v.Ages[len(v.Ages)-1]
	fmt.Fprintf(&b, "%s\n\n", v.ageSentence(&total))
	b.Write(agesTable("provider", v.Ages, func(a *agesJSON) string { return cmp.Or(a.Provider, "all") }))
	if len(v.warnings) == 0 {
		return b.Bytes()
	}
	if !all {
		fmt.Fprintf(&b, "\nThe oldest: %s; --all lists those over 180 days\n", v.warnings[0])
		return b.Bytes()
	}
	b.WriteString("\n")
	b.Write(agesTable("region", v.ByRegion, func(a *agesJSON) string { return a.Provider + " " + a.Region }))
	b.WriteString("\nOver 180 days old:\n")
	for _, warning := range v.warnings {
		fmt.Fprintf(&b, "  %s\n", warning)
	}
	return b.Bytes()
}

// agesTable is a table of ages, a row each.
func agesTable(head string, ages []agesJSON, name func(*agesJSON) string) []byte {
	var rows [][]string
	for i := range ages {
		a := &ages[i]
		rows = append(rows, []string{name(a), strconv.Itoa(a.Prices), strconv.Itoa(a.Over180), strconv.Itoa(a.Over400), a.Oldest, a.Newest})
	}
	return table([]string{head, ">prices", ">over 180 days", ">over 400 days", "oldest", "newest"}, rows)
}

// ageSentence says how many of the prices are old, which no check can mend.
func (v *verifiedJSON) ageSentence(total *agesJSON) string {
	if total.Over180 == 0 {
		return fmt.Sprintf("On %s none is more than 180 days old", v.Today)
	}
	return fmt.Sprintf("On %s %d of them (%.0f %%) are more than 180 days old, %d more than 400: a provider may have changed them since",
		v.Today, total.Over180, 100*float64(total.Over180)/float64(max(1, total.Prices)), total.Over400)
}
