// Command runwhere answers one question in a design review: where should this
// run? It opens a wizard on a terminal, and evaluates scenarios without one.
package main

import (
	"os"

	"runwhere/tui/command"
)

func main() { os.Exit(command.Main()) }
