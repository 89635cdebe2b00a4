package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/costs/pricebook"
	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
)

func (p *program) articleCommand() *cobra.Command {
	var format string
	var out output
	cmd := &cobra.Command{
		Use:   "article",
		Short: "the guide's published figures beside ours",
		Long: "Shows every published cost figure of the guide beside what the meters give for the same settings, with the reason for each difference. " +
			"Ours is never adjusted to match.",
		Example: strings.Join([]string{
			"runwhere article",
			"runwhere article --format md -o audit.md",
			"runwhere article --format json",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("article takes no argument, not %q", args[0])
			}
			f, err := report.ParseFormat(format, report.DocumentFormats...)
			if err != nil {
				return err
			}
			if err := p.check("-o", out); err != nil {
				return err
			}
			data, err := article(f)
			if err != nil {
				return err
			}
			return p.writeAs(f, out, data)
		}),
	}
	addFormatFlag(cmd, &format, report.DocumentFormats...)
	addOutputFlags(cmd, &out)
	return cmd
}

func article(format report.Format) ([]byte, error) {
	book, err := pricebook.Embedded()
	if err != nil {
		return nil, err
	}
	audit, err := report.Article(book)
	if err != nil {
		return nil, err
	}
	if format == report.JSONFormat {
		return reportjson.Audit(audit)
	}
	return report.Render(audit.Document(), format), nil
}
