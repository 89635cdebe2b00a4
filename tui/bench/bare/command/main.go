// Command command is the floor of every command: cobra and fang, which start,
// print a line and end.
package main

import (
	"context"
	"fmt"
	"os"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "bare", RunE: func(cmd *cobra.Command, _ []string) error {
		_, err := fmt.Fprintln(cmd.OutOrStdout(), "bare")
		return err
	}}
	if fang.Execute(context.Background(), root) != nil {
		os.Exit(1)
	}
}
