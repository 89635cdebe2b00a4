package command

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/costs/pricebook"
	"runwhere/model/merge"
	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
)

// mergeFlags are the flags of merge.
type mergeFlags struct {
	format, scenario string
	output           output
}

const mergeHelp = `Puts scenarios beside each other that several people wrote of the same decision: who said what, what each would decide, which disputes change the verdict, and what to settle first. A left-out value contradicts nobody. Where figures differ the merged scenario has the range from the lowest to the highest, and its point estimate is their geometric mean; where words differ it is open. A dispute changes the verdict when the recommendation on the merged scenario differs between the values that were said. Where none does by itself, and the files still recommend different things, pairs are tried: all judging together takes at most 2,000 evaluations, or 20,000 over the number of components.

--write saves the merged scenario with comments on who said what. It and -o are written whole or not at all.

JSON keys: prices {version}; files [file, recommendation, confidence, cheapest {option, monthly_usd, with_people}, unpriced, left_out]; components [name, files, in_all]; summary {fields, agreed, partial, disputed, agreement, settle_first}; fields [key, state (agreed, partial: some leave it out, disputed), said [file, value, absent], spread {low, high, factor} of figures, words of others, merged (null: open)]; merged {recommendation, confidence, cheapest, unpriced, left_open [key, why]}; disputes, the one that matters most first [key, tried, changes_verdict, difference_usd, difference_points, outcomes [value, files, recommendation, confidence, cheapest, unpriced]]; together, null where there was no reason to try pairs {keys, combinations [values, recommendation, confidence, cheapest, unpriced], pairs_tried, bound_reached, evaluations_allowed, by_what_is_left_out}. Spreads are in base units (s, MiB, KiB, USD), money is USD a month.`

func (p *program) mergeCommand() *cobra.Command {
	f := &mergeFlags{}
	cmd := &cobra.Command{
		Use:   "merge FILE FILE…",
		Short: "what several people's scenarios of one decision agree on",
		Long:  mergeHelp,
		Example: strings.Join([]string{
			"runwhere merge ann.yaml bob.yaml",
			"runwhere merge ann.yaml bob.yaml carl.yaml --format md -o review.md",
			"runwhere merge ann.yaml bob.yaml --write merged.yaml",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error { return p.merge(f, args) }),
	}
	addFormatFlag(cmd, &f.format, report.DocumentFormats...)
	addOutputFlags(cmd, &f.output)
	cmd.Flags().StringVar(&f.scenario, "write", "", "file to write the merged scenario to")
	p.addBookFlag(cmd.Flags())
	return cmd
}

func (p *program) merge(f *mergeFlags, files []string) error {
	format, err := report.ParseFormat(f.format, report.DocumentFormats...)
	if err != nil {
		return err
	}
	if err := p.checkMergeFiles(f, files); err != nil {
		return err
	}
	book, err := p.book()
	if err != nil {
		return err
	}
	merged, err := p.merged(files, book)
	if err != nil {
		return err
	}
	var scenario []byte
	if f.scenario != "" {
		if scenario, err = mergedScenario(merged); err != nil {
			return fmt.Errorf("--write: %w", err)
		}
	}
	data, err := mergeReport(format, merged)
	if err != nil {
		return err
	}
	if f.scenario != "" {
		if err := p.write(f.written(), scenario); err != nil {
			return err
		}
	}
	return p.writeAs(format, f.output, data)
}

// merged reads and evaluates all files before it compares them.
func (p *program) merged(files []string, book *pricebook.Book) (*merge.Merged, error) {
	var inputs []merge.MergeFile
	labels := mergeLabels(files)
	for i, name := range files {
		s, _, err := p.load(name, nil)
		if err != nil {
			return nil, err
		}
		e, err := evaluate(name, s, book)
		if err != nil {
			return nil, err
		}
		inputs = append(inputs, merge.MergeFile{Label: labels[i], Evaluation: e})
	}
	return merge.Merge(inputs, book)
}

// mergedScenario is the file of the merged scenario; one that cannot be
// evaluated is of no use to anyone.
func mergedScenario(m *merge.Merged) ([]byte, error) {
	if m.Outcome.Unbilled != "" {
		return nil, errors.New("the merged scenario has no price: " + m.Outcome.Unbilled)
	}
	return merge.EncodeMerged(m)
}

func mergeReport(format report.Format, m *merge.Merged) ([]byte, error) {
	if format == report.JSONFormat {
		return reportjson.Merged(m)
	}
	return report.Render(report.Merged(m), format), nil
}

// checkMergeFiles refuses, before anything is read, what can only be a slip: a
// file given twice, and one that would be written over.
func (p *program) checkMergeFiles(f *mergeFlags, files []string) error {
	if len(files) < 2 {
		return errors.New("merge needs at least two scenario files; - reads standard input")
	}
	for i, name := range files {
		for _, other := range files[:i] {
			switch {
			case !p.sameFile(name, other):
			case name == standardStream:
				return errors.New("standard input can be read once only")
			default:
				return fmt.Errorf("%s: given twice; merge takes each file once", name)
			}
		}
	}
	if f.scenario == standardStream {
		return errors.New("--write: -: not a file; standard output is for the report")
	}
	inputs := slices.Concat(files, p.overlays)
	if err := p.check("--write", f.written(), inputs...); err != nil {
		return err
	}
	if err := p.check("-o", f.output, inputs...); err != nil {
		return err
	}
	if f.scenario != "" && p.sameFile(f.scenario, f.output.name) {
		return fmt.Errorf("--write and -o name the same file, %s", f.scenario)
	}
	return nil
}

// written is where the merged scenario goes.
func (f *mergeFlags) written() output { return output{f.scenario, f.output.force} }

// mergeLabels returns short names of files that tell them apart: the base
// name, with as much of the path before it as that takes.
func mergeLabels(files []string) []string {
	parts := make([][]string, len(files))
	for i, name := range files {
		parts[i] = []string{label(name)}
		if name != standardStream {
			parts[i] = strings.Split(filepath.ToSlash(filepath.Clean(name)), "/")
		}
	}
	labels := make([]string, len(files))
	for i := range parts {
		length := 1
		for length < len(parts[i]) && sharesEnd(parts, i, length) {
			length++
		}
		labels[i] = merge.LabelPrinted(strings.Join(lastOf(parts[i], length), "/"))
	}
	return numbered(labels)
}

// sharesEnd reports whether another path ends in the same elements.
func sharesEnd(parts [][]string, i, length int) bool {
	end := strings.Join(lastOf(parts[i], length), "/")
	for j := range parts {
		if j != i && strings.Join(lastOf(parts[j], length), "/") == end {
			return true
		}
	}
	return false
}

func lastOf(parts []string, n int) []string { return parts[max(0, len(parts)-n):] }

// numbered tells labels apart that are still alike, as names can be of which
// only unprintable characters differ.
func numbered(labels []string) []string {
	taken := map[string]bool{}
	for i, l := range labels {
		for n := 2; taken[labels[i]]; n++ {
			labels[i] = fmt.Sprintf("%s (%d)", l, n)
		}
		taken[labels[i]] = true
	}
	return labels
}
