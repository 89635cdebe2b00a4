package command

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/costs/pricebook"
	"runwhere/model/report"
)

func (p *program) versionCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "version",
		Short: "the version, and how old its prices are",
		Long:  "Prints the version, the commit that it was built from where the build knows it, and from when to when its prices are.",
		Example: strings.Join([]string{
			"runwhere version",
			"runwhere version --format json",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("version takes no argument, not %q", args[0])
			}
			f, book, err := p.formatAndBook(format, report.TextFormat, report.JSONFormat)
			if err != nil {
				return err
			}
			info, _ := debug.ReadBuildInfo()
			v := versionOf(info, book)
			if f == report.JSONFormat {
				return p.writeJSON(v)
			}
			return p.write(standardOutput, v.text())
		}),
	}
	addFormatFlag(cmd, &format, report.TextFormat, report.JSONFormat)
	p.addBookFlag(cmd.Flags())
	return cmd
}

// versionJSON is what the program knows of itself. A build outside of a
// repository has no commit.
type versionJSON struct {
	Version   string            `json:"version"`
	Commit    string            `json:"commit,omitempty"`
	Committed string            `json:"committed,omitempty"` // RFC 3339
	Modified  bool              `json:"modified,omitempty"`  // the source was not as committed
	Go        string            `json:"go,omitempty"`
	Prices    priceVersionsJSON `json:"prices"`
}

// priceVersionsJSON are the days of the price book; a private price has its own.
type priceVersionsJSON struct {
	Version string `json:"version"` // the day on which they were collected
	Count   int    `json:"count"`
	Oldest  string `json:"oldest"` // as precise as the source
	Newest  string `json:"newest"`
}

// versionOf collects the versions; info is nil where the build has none.
func versionOf(info *debug.BuildInfo, book *pricebook.Book) versionJSON {
	oldest, newest := book.AsOf()
	v := versionJSON{Version: version, Prices: priceVersionsJSON{book.Version(), book.Count(), oldest, newest}}
	if info == nil {
		return v
	}
	setting := func(key string) string {
		i := slices.IndexFunc(info.Settings, func(s debug.BuildSetting) bool { return s.Key == key })
		if i < 0 {
			return ""
		}
		return info.Settings[i].Value
	}
	v.Go, v.Commit, v.Committed = info.GoVersion, setting("vcs.revision"), setting("vcs.time")
	v.Modified, _ = strconv.ParseBool(setting("vcs.modified"))
	return v
}

// text says the same to a person.
func (v *versionJSON) text() []byte {
	text := "runwhere " + v.Version + "\n"
	if v.Commit != "" {
		day, _, _ := strings.Cut(v.Committed, "T")
		text += "commit " + v.Commit[:min(len(v.Commit), 12)] + " of " + day
		if v.Modified {
			text += ", with changes that are not committed"
		}
		text += "\n"
	}
	if v.Go != "" {
		text += "built with " + v.Go + "\n"
	}
	return []byte(text + fmt.Sprintf("%d prices, collected on %s; the oldest as of %s, the newest of %s\n",
		v.Prices.Count, v.Prices.Version, v.Prices.Oldest, v.Prices.Newest))
}
