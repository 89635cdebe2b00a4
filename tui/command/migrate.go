package command

import (
	"bytes"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/costs/words"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

func (p *program) migrateCommand() *cobra.Command {
	var out output
	cmd := &cobra.Command{
		Use:   "migrate FILE",
		Short: "write out what a file meant before defaults changed",
		Long: "Writes the scenario with the old meaning of every default that has changed since: what the file leaves out and once meant " +
			"otherwise is given. Comments and order stay. Each value that was added is named on standard error, with the reason of the change.",
		Example: strings.Join([]string{
			"runwhere migrate orders.yaml",
			"runwhere migrate orders.yaml -o orders-as-before.yaml",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("migrate takes one scenario file; - reads standard input")
			}
			return p.migrate(args[0], out)
		}),
	}
	addOutputFlags(cmd, &out)
	return cmd
}

func (p *program) migrate(name string, out output) error {
	if err := p.check("-o", out, name); err != nil {
		return err
	}
	s, original, err := p.load(name, nil)
	if err != nil {
		return err
	}
	old, written, err := scenario.WithOldDefaults(s)
	if err != nil {
		return err
	}
	data := scenariofile.Encode(old)
	if !scenariofile.IsRecord(original) {
		if data, err = scenariofile.Update(original, old); err != nil {
			return inFile(name, err)
		}
	}
	for _, o := range written {
		p.note(o.Key(&s) + ": " + o.Value + " until " + o.Since + ", now " + o.Now + ": " + o.Why)
	}
	if bytes.Equal(data, original) {
		p.note(label(name) + " leaves nothing out whose default has changed")
	}
	return p.write(out, data)
}

// noteOldDefaults says once, in one line, that defaults which a file relies on
// mean something else than they did, unless it shows that its author knows.
func (p *program) noteOldDefaults(name string, s *scenario.Scenario) {
	old := scenario.OldMeanings(s)
	if len(old) == 0 || scenario.KnowsDefaults(s) {
		return
	}
	var keys []string
	for i := range old {
		keys = append(keys, old[i].Field.Key())
	}
	keys = unique(keys)
	p.note(label(name) + " leaves out " + words.ListWords(keys) + ", whose defaults changed on " + old[0].Since +
		"; `runwhere migrate " + name + "` writes the old meaning out")
}

// unique returns the texts without repetitions, in their order.
func unique(texts []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}
