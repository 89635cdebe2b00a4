package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/costs"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// newFlags are the flags of new.
type newFlags struct {
	preset string
	output output
	list   bool
}

func (p *program) newCommand() *cobra.Command {
	f := &newFlags{}
	cmd := &cobra.Command{
		Use:   "new",
		Short: "write a commented scenario",
		Long: "Writes a scenario file in which every key that is left out is a comment with its default and its meaning. " +
			"An existing file is kept unless --force is given.",
		Example: strings.Join([]string{
			"runwhere new --list",
			"runwhere new --preset scenario-b -o orders.yaml",
			"runwhere new > orders.yaml",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return fmt.Errorf("new takes no argument, not %q; the file is -o, the preset --preset", args[0])
			case f.list:
				return p.listPresets()
			}
			return p.newScenario(f)
		}),
	}
	cmd.Flags().StringVarP(&f.preset, "preset", "p", "", "start from a preset instead of an empty scenario")
	addOutputFlags(cmd, &f.output)
	cmd.Flags().BoolVar(&f.list, "list", false, "list the presets")
	_ = cmd.RegisterFlagCompletionFunc("preset", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var names []string
		for _, preset := range scenariofile.Presets() {
			names = append(names, preset.Name+"\t"+preset.Title)
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

func (p *program) listPresets() error {
	var rows [][]string
	for _, preset := range scenariofile.Presets() {
		rows = append(rows, []string{preset.Name, preset.Title})
	}
	return p.write(standardOutput, table(nil, rows))
}

func (p *program) newScenario(f *newFlags) error {
	data, err := newFile(f.preset)
	if err != nil {
		return err
	}
	if err := p.check("-o", f.output); err != nil {
		return err
	}
	return p.write(f.output, data)
}

// newFile returns the file of a preset, or of the empty scenario.
func newFile(preset string) ([]byte, error) {
	if preset == "" {
		// A key that came with the present defaults says that they are meant.
		s := scenario.Scenario{Network: scenario.Some(costs.NetworkMixed)}
		data := scenariofile.EncodeCommented(s)
		return data, scenariofile.CheckReadBack(data, s)
	}
	s, err := scenariofile.Preset(preset)
	if err != nil {
		return nil, err
	}
	data, err := scenariofile.PresetFile(preset)
	if err != nil {
		return nil, err
	}
	return data, scenariofile.CheckReadBack(data, s)
}
