package command

import (
	"fmt"
	"os"
	"testing"
)

// TestMain runs the tests where a user runs the program from: in the folder of
// the module, so that the paths of testdata are those of its examples.
func TestMain(m *testing.M) {
	if err := os.Chdir("../.."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}
