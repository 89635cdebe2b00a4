package command

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/report"
)

func (p *program) pricesQuoteCommand() *cobra.Command {
	f := &pricesFlags{}
	cmd := &cobra.Command{
		Use:   "quote ID QUANTITY",
		Short: "what a quantity of one meter costs, tier by tier",
		Long:  "Prices a monthly quantity of one meter, tier by tier. The quantity is a figure such as 15e9, 50M or 1.2B in the price's unit.",
		Example: strings.Join([]string{
			"runwhere prices quote apigateway.rest 15e9",
			"runwhere prices quote lambda.duration.x86 20B --region eu-west-1",
			"runwhere prices quote egress.internet 200000 --free-tier --format json",
		}, "\n"),
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: p.completePriceID,
		RunE:              p.do(func(_ *cobra.Command, args []string) error { return p.quote(f, args) }),
	}
	cmd.Flags().StringVar(&f.region, "region", defaultRegion, "the region of the price")
	cmd.Flags().BoolVar(&f.freeTier, "free-tier", false, "take off what is free every month")
	p.addPriceFlags(cmd, f)
	return cmd
}

// quoteJSON is a quote for programs; quantities are in the price's unit.
type quoteJSON struct {
	ID       string          `json:"id"`
	Quantity float64         `json:"quantity"`
	Unit     string          `json:"unit"`
	USD      float64         `json:"usd"`
	Tiers    []quoteTierJSON `json:"tiers"`
	Source   string          `json:"source"`
	AsOf     string          `json:"as_of"`
	Region   string          `json:"region"`
	Private  string          `json:"private,omitempty"`
}

type quoteTierJSON struct {
	Quantity  float64 `json:"quantity"`
	UnitPrice float64 `json:"unit_price"`
	USD       float64 `json:"usd"`
}

func (p *program) quote(f *pricesFlags, args []string) error {
	if len(args) != 2 {
		return errors.New("prices quote takes the id of a price and a quantity, such as apigateway.rest 15e9")
	}
	format, book, err := p.formatAndBook(f.format, report.TextFormat, report.JSONFormat)
	if err != nil {
		return err
	}
	if err := knownRegion(book, f.region); err != nil {
		return err
	}
	price, err := book.Price(args[0], f.region)
	if err != nil {
		return err
	}
	quantity, err := quantity.ParseQuantity(quantity.Count, args[1])
	switch {
	case err == nil && quantity > mostQuoted:
		err = errors.New(args[1] + ": more than anything that is sold; allowed is up to 1e18")
	case err == nil && quantity > 0 && quantity < leastQuoted:
		err = errors.New(args[1] + ": less than anything that is billed; allowed is 0, or 0.000001 and more")
	}
	if err != nil {
		return fmt.Errorf("quantity: %w", err)
	}
	if f.freeTier {
		price = price.BeyondFree()
	}
	q := quoteJSON{
		ID: price.ID, Quantity: quantity, Unit: price.Unit, USD: price.USD(quantity, f.freeTier),
		Source: price.Source, AsOf: price.AsOf, Region: price.Region, Private: price.Private,
	}
	for _, c := range price.Charges(quantity, f.freeTier) {
		q.Tiers = append(q.Tiers, quoteTierJSON(c))
	}
	if format == report.JSONFormat {
		return p.writeJSON(q)
	}
	return p.write(standardOutput, quoteText(&q, price, f.freeTier))
}

// mostQuoted is a quantity that no bill reaches; below it every figure prints
// with all its digits.
const mostQuoted = 1e18

// leastQuoted is a quantity that no bill counts, whatever its unit.
const leastQuoted = 1e-6

func quoteText(q *quoteJSON, price *pricebook.Price, free bool) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s in %s: %s %s a month = $%s\n\n", q.ID, q.Region, humanize.Commaf(q.Quantity), q.Unit, humanize.FormatFloat("#,###.##", q.USD))
	rows := make([][]string, len(q.Tiers))
	for i, t := range q.Tiers {
		rows[i] = []string{"  " + humanize.Commaf(t.Quantity), "× " + exactUSD(t.UnitPrice), "= $" + humanize.FormatFloat("#,###.##", t.USD)}
	}
	b.Write(table([]string{">", ">", ">"}, rows)[1:]) // The head is an empty line.
	if free && price.Free == 0 {
		b.WriteString("\nNo amount of this is free every month.\n")
	}
	if price.Lot > 0 {
		fmt.Fprintf(&b, "\nWhat goes beyond the free or included amount is billed in lots of %s.\n", humanize.Commaf(price.Lot))
	}
	if price.Private != "" {
		fmt.Fprintf(&b, "\nA private price, from %s.\n", price.Private)
	}
	if price.Note != "" {
		fmt.Fprintf(&b, "\n%s\n", price.Note)
	}
	fmt.Fprintf(&b, "\nsource: %s, as of %s\n", q.Source, q.AsOf)
	return b.Bytes()
}
