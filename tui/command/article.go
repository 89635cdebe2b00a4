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
			f, err := report.ParseFormat(format, report.TextFormat, report.JSONFormat, report.MarkdownFormat)
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
	cmd.Flags().StringVarP(&format, "format", "f", string(report.TextFormat), "text, json or md")
	addOutputFlags(cmd, &out)
	completeWords(cmd, "format", "text", "json", "md")
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
	switch format {
	case report.JSONFormat:
		return reportjson.Audit(audit)
	case report.MarkdownFormat:
		return audit.Markdown(), nil
	}
	return audit.Text(), nil
}
