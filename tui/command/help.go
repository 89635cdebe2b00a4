package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/model/quantity"
)

// helpCommand is cobra's own, but for a command that does not exist, which is
// an error here like everywhere.
func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "help about any command",
		Example: "runwhere help prices quote",
		Args:    cobra.ArbitraryArgs,
		RunE: p.do(func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(cmd.Root(), strings.Join(args, " "))
			}
			return found.Help()
		}),
	}
}

// addCompletion adds cobra's completion command with examples; a shell that it
// does not know is an error.
func (p *program) addCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, completion := range root.Commands() {
		if completion.Name() != "completion" {
			continue
		}
		completion.Example = "runwhere completion bash > /etc/bash_completion.d/runwhere"
		completion.Args = cobra.ArbitraryArgs
		completion.RunE = p.do(func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		})
		for _, shell := range completion.Commands() {
			shell.Example = "runwhere completion " + shell.Name()
		}
	}
}

// unknownCommand names the commands that there are.
func unknownCommand(parent *cobra.Command, name string) error {
	near := ""
	if n := nearCommand(parent, name); n != "" {
		near = "did you mean " + n + "? "
	}
	return fmt.Errorf("%s: no such command of %s; %sthere are %s", name, parent.CommandPath(), near, strings.Join(commandNames(parent), ", "))
}

// commandNames lists the commands of a command.
func commandNames(parent *cobra.Command) []string {
	var names []string
	for _, c := range parent.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return names
}

// nearCommand is the command that a mistyped word likely means, "" for none.
func nearCommand(parent *cobra.Command, name string) string {
	return quantity.Nearest(name, commandNames(parent))
}

// mistyped says what is wrong with a word that opens the wizard, as it is no
// command, and is no file either; nil where there is such a file.
func mistyped(root *cobra.Command, word string) error {
	if _, err := os.Stat(word); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if near := nearCommand(root, word); near != "" {
		return fmt.Errorf("%s: no such file or command; did you mean %s?", word, near)
	}
	if strings.ContainsAny(word, `./\`) {
		return fmt.Errorf("%s: no such file or directory", word)
	}
	return fmt.Errorf("%s: no such file or command; %s --help lists the commands", word, root.CommandPath())
}
