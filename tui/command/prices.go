package command

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/report"
)

// pricesFlags are the flags of the commands about prices.
type pricesFlags struct {
	region, format string
	freeTier       bool
}

// defaultRegion is the region that is shown and quoted where none is given.
const defaultRegion = "us-east-1"

func (p *program) pricesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "prices",
		Short: "the price book with sources and dates",
		Long: "Shows the price book: list prices in USD without tax, each with its unit, source and date. " +
			"--prices lays agreed prices and discounts over it, which are marked " + privateMark + ".",
		Example: strings.Join([]string{
			"runwhere prices list --region eu-west-1",
			"runwhere prices show lambda.duration.x86",
			"runwhere prices quote apigateway.rest 15e9",
			"runwhere prices regions",
			"runwhere prices list --prices contract.yaml",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
	}
	p.addBookFlag(cmd.PersistentFlags())
	list := p.pricesListCommand()
	cmd.AddCommand(list, p.pricesShowCommand(), p.pricesQuoteCommand(), p.pricesRegionsCommand(), p.pricesVerifyCommand(), p.pricesUpdateCommand())
	cmd.RunE = p.do(func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return p.listPrices(&pricesFlags{format: string(report.TextFormat)})
		}
		return unknownCommand(cmd, args[0])
	})
	return cmd
}

// addPriceFlags adds the flags that the commands about prices share.
func (p *program) addPriceFlags(cmd *cobra.Command, f *pricesFlags) {
	addFormatFlag(cmd, &f.format, report.TextFormat, report.JSONFormat)
	_ = cmd.RegisterFlagCompletionFunc("region", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		book, err := p.book()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return book.Regions(), cobra.ShellCompDirectiveNoFileComp
	})
}

// completePriceID makes a shell complete the id of a price.
func (p *program) completePriceID(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	book, err := p.book()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return book.IDs(), cobra.ShellCompDirectiveNoFileComp
}

func (p *program) pricesListCommand() *cobra.Command {
	f := &pricesFlags{}
	cmd := &cobra.Command{
		Use:   "list",
		Short: "list the prices of a region",
		Long:  "Lists one row a price: that of us-east-1, or of the first region that has it; with --region only the prices that hold there.",
		Example: strings.Join([]string{
			"runwhere prices list",
			"runwhere prices list --region eu-west-1",
			"runwhere prices list --format json",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("prices list takes no argument, not %q", args[0])
			}
			return p.listPrices(f)
		}),
	}
	cmd.Flags().StringVar(&f.region, "region", "", "only the prices that hold in this region")
	p.addPriceFlags(cmd, f)
	return cmd
}

func (p *program) listPrices(f *pricesFlags) error {
	format, book, err := p.formatAndBook(f.format, report.TextFormat, report.JSONFormat)
	if err != nil {
		return err
	}
	if err := knownRegion(book, f.region); err != nil {
		return err
	}
	var listed []*pricebook.Price
	for _, id := range book.IDs() {
		if price := listedPrice(book, id, f.region); price != nil {
			listed = append(listed, price)
		}
	}
	if format == report.JSONFormat {
		return p.writeJSON(pricesJSON(listed))
	}
	rows := make([][]string, len(listed))
	for i, price := range listed {
		tiers := ""
		if n := len(price.Tiers); n > 1 {
			tiers = fmt.Sprint(n)
		}
		rows[i] = []string{price.ID, price.Unit, price.Region, exactUSD(price.Tiers[0].USD) + markOf(price), tiers, price.AsOf, price.Source}
	}
	text := table([]string{"price", "a", "region", ">USD", ">tiers", "as of", "source"}, rows)
	return p.write(standardOutput, append(text, privateLegend(listed)...))
}

// listedPrice returns the price that a list shows, nil for none.
func listedPrice(book *pricebook.Book, id, region string) *pricebook.Price {
	if region != "" {
		price, _ := book.Price(id, region)
		return price
	}
	if price, err := book.Price(id, defaultRegion); err == nil {
		return price
	}
	return book.PricesOf(id)[0]
}

// knownRegion refuses a region of which the book knows no price.
func knownRegion(book *pricebook.Book, region string) error {
	regions := book.Regions()
	if region == "" || region == pricebook.Global || slices.Contains(regions, region) {
		return nil
	}
	text := fmt.Sprintf("region %q is unknown; ", region)
	if near := quantity.Nearest(region, regions); near != "" {
		text += "did you mean " + near + "? "
	}
	return errors.New(text + "known are " + strings.Join(regions, ", "))
}

func (p *program) pricesShowCommand() *cobra.Command {
	f := &pricesFlags{}
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "show one price in all regions",
		Long:  "Shows one price in every region that has it: tiers, free amount, source, date, note.",
		Example: strings.Join([]string{
			"runwhere prices show lambda.duration.x86",
			"runwhere prices show ec2.c5.xlarge --format json",
		}, "\n"),
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: p.completePriceID,
		RunE:              p.do(func(_ *cobra.Command, args []string) error { return p.showPrice(f, args) }),
	}
	p.addPriceFlags(cmd, f)
	return cmd
}

func (p *program) showPrice(f *pricesFlags, args []string) error {
	if len(args) != 1 {
		return errors.New("prices show takes the id of a price, such as lambda.requests; prices list has them all")
	}
	format, book, err := p.formatAndBook(f.format, report.TextFormat, report.JSONFormat)
	if err != nil {
		return err
	}
	shown := book.PricesOf(args[0])
	if len(shown) == 0 {
		_, err := book.Price(args[0], defaultRegion)
		return err
	}
	if format == report.JSONFormat {
		return p.writeJSON(pricesJSON(shown))
	}
	return p.write(standardOutput, priceText(shown))
}
