package command

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMakeSaysThatItBuilds: a first build takes minutes on a cold cache, so
// make says what it is doing, and says nothing where there is nothing to do.
// The compiler is a stand-in: what make says does not depend on it.
func TestMakeSaysThatItBuilds(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("there is no make")
	}
	dir := t.TempDir()
	write := func(name, text string, mode os.FileMode) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"bin", "tools", "model"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	write("Makefile", string(text), 0o600)
	write("tools/go", "#!/bin/sh\n: > bin/runwhere\n", 0o700)
	for _, name := range []string{"go.mod", "go.sum", "main.go", "model/a_test.go"} {
		write(name, "", 0o600)
	}
	build := func() string {
		cmd := exec.Command("make", "-s", "build")
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "PATH="+filepath.Join(dir, "tools")+":"+os.Getenv("PATH"), "MAKEFLAGS=")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("make build: %v\n%s", err, out)
		}
		return string(out)
	}
	if out := build(); !strings.Contains(out, "building bin/runwhere; the first time takes a minute or two") {
		t.Errorf("the first build says %q", out)
	}
	if out := build(); out != "" {
		t.Errorf("with nothing to do make says %q", out)
	}
}
