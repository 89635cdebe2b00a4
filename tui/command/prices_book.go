package command

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"runwhere/costs/pricebook"
	"runwhere/model/plan"
	"runwhere/model/report"
)

// addBookFlag adds --prices, which every command has that prices something of
// the user's own.
func (p *program) addBookFlag(flags *pflag.FlagSet) {
	flags.StringArrayVar(&p.overlays, "prices", nil, "a file of private prices and discounts to lay over the list; may be repeated")
}

// book returns the price book: the list with the files of --prices over it, the
// last one on top.
func (p *program) book() (*pricebook.Book, error) {
	book, err := pricebook.Embedded()
	for _, name := range p.overlays {
		if err != nil {
			return nil, err
		}
		if name == standardStream {
			return nil, errors.New("--prices: -: not a file; standard input is for a scenario")
		}
		var data []byte
		if data, err = readFile(name, priceFile); err == nil {
			book, err = laidOver(book, name, data, time.Now())
		}
	}
	return book, err
}

// laidOver lays an overlay over the book. Its prices cannot have been collected
// after today; as days begin at different times, tomorrow is still today somewhere.
func laidOver(book *pricebook.Book, name string, data []byte, now time.Time) (*pricebook.Book, error) {
	laid, err := book.Overlay(name, data)
	if err != nil {
		return nil, err
	}
	today := now.Format(time.DateOnly)
	if day := laid.Overlaid(); day > book.Overlaid() && day > now.AddDate(0, 0, 1).Format(time.DateOnly) {
		return nil, fmt.Errorf("%s: collected: %s is after today, %s", name, day, today)
	}
	return laid, nil
}

// privateMark is beside a price in a list that is not the provider's.
const privateMark = "*"

// markOf is the mark of a price, "" for a list price.
func markOf(price *pricebook.Price) string {
	if price.Private != "" {
		return privateMark
	}
	return ""
}

// privateLegend says what the mark means, where one of the prices bears it.
func privateLegend(prices []*pricebook.Price) string {
	var files []string
	for _, price := range prices {
		files = with(files, price.Private)
	}
	legend := ""
	for _, file := range files {
		legend += "\n" + privateMark + " private, from " + file + "\n"
	}
	return legend
}

// formatAndBook reads what most commands begin with: the format to print in,
// one of those that the command has, and the price book.
func (p *program) formatAndBook(format string, allowed ...report.Format) (report.Format, *pricebook.Book, error) {
	f, err := report.ParseFormat(format, allowed...)
	if err != nil {
		return "", nil, err
	}
	book, err := p.book()
	return f, book, err
}

func (p *program) pricesRegionsCommand() *cobra.Command {
	f := &pricesFlags{}
	cmd := &cobra.Command{
		Use:   "regions",
		Short: "show what is known where",
		Long: "Shows for each platform and each region of its provider whether all prices are known that its defaults need. " +
			"A letter is a line of the bill without a known price: the total is then a bound, and never called the cheapest.",
		Example: strings.Join([]string{
			"runwhere prices regions",
			"runwhere prices regions --format json",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("prices regions takes no argument, not %q", args[0])
			}
			format, book, err := p.formatAndBook(f.format, report.TextFormat, report.JSONFormat)
			if err != nil {
				return err
			}
			coverage, err := plan.CoverageOf(book)
			if err != nil {
				return err
			}
			if format == report.JSONFormat {
				return p.writeJSON(coverageJSON(coverage))
			}
			return p.write(standardOutput, coverageText(coverage))
		}),
	}
	p.addPriceFlags(cmd, f)
	return cmd
}
