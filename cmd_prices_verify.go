package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (p *program) pricesVerifyCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "verify",
		Short:   "check the price book for gaps",
		Long:    "Checks that every price has a unit, a source and a date, that tiers ascend, and that no two prices hold on the same day.",
		Example: "runwhere prices verify",
		Args:    cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("prices verify takes no argument, not %q", args[0])
			}
			book, err := p.book()
			if err != nil {
				return err
			}
			if problems := book.Verify(); len(problems) > 0 {
				return fmt.Errorf("the price book has %d problem(s), the first: %s", len(problems), problems[0])
			}
			oldest, newest := book.AsOf()
			return p.write("", fmt.Appendf(nil, "%d prices, collected %s, stated as of %s to %s: nothing is wrong\n",
				len(book.Prices()), book.Version(), oldest, newest))
		}),
	}
	return cmd
}
