package command

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// mergeDirectory has two opinions on one decision, in files of the same name.
func mergeDirectory(t *testing.T) string {
	t.Helper()
	dir := badDirectory(t)
	for name, text := range map[string]string{
		"ann/orders.yaml": "runwhere: 1\nchecklist: {traffic: spiky}\n" +
			"components: [{name: api, requests_per_month: 1M, duration: 200ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB}]\n",
		"bob/orders.yaml": "runwhere: 1\nchecklist: {traffic: steady}\n" +
			"components: [{name: api, requests_per_month: 400M, duration: 200ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB}, {name: mail}]\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestMergeTellsWhatToSettle(t *testing.T) {
	t.Parallel()
	dir := mergeDirectory(t)
	ann, bob := filepath.Join(dir, "ann/orders.yaml"), filepath.Join(dir, "bob/orders.yaml")
	text := must(t, "", "merge", ann, bob)
	for _, want := range []string{"ann/orders.yaml, bob/orders.yaml", "Settle components.api.requests_per_month first", "changes the verdict", "$5.35", "mail"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for line := range strings.Lines(text) {
		if ansi.StringWidth(strings.TrimSuffix(line, "\n")) > 80 || strings.ContainsRune(line, '\x1b') {
			t.Errorf("a line that does not fit: %q", line)
		}
	}
	doc := decoded(t, must(t, "", "merge", ann, bob, "--format", "json"))
	if at(t, doc, "disputes", 0, "key") != "components.api.requests_per_month" || at(t, doc, "disputes", 0, "changes_verdict") != true {
		t.Errorf("%v", at(t, doc, "disputes"))
	}
	if at(t, doc, "files", 1, "file") != "bob/orders.yaml" || at(t, doc, "files", 1, "recommendation") != "kubernetes" {
		t.Errorf("%v", at(t, doc, "files"))
	}
	if v := at(t, doc, "fields", 1, "spread", "factor"); v != 400.0 {
		t.Errorf("the factor is %v", v)
	}
	if md := must(t, "", "merge", ann, bob, "-f", "md"); !strings.Contains(md, "| field | ann/orders.yaml | bob/orders.yaml | spread | merged |\n") {
		t.Errorf("%s", md)
	}
}

// TestTheMergedFileCanBeEvaluated writes it, evaluates it, and settles the
// dispute with --set as the report says.
func TestTheMergedFileCanBeEvaluated(t *testing.T) {
	t.Parallel()
	dir := mergeDirectory(t)
	target, output := filepath.Join(dir, "merged.yaml"), filepath.Join(dir, "report.json")
	ann, bob := filepath.Join(dir, "ann/orders.yaml"), filepath.Join(dir, "bob/orders.yaml")
	if text := must(t, "", "merge", ann, bob, "--write", target, "--format", "json", "-o", output); text != "" {
		t.Errorf("standard output has %q", text)
	}
	data, err := os.ReadFile(target)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"    requests_per_month: 1M..400M        # 1M: ann/orders.yaml; 400M: bob/orders.yaml\n",
		"#   traffic: steady                     # open: steady: bob/orders.yaml; spiky: ann/orders.yaml\n",
		"  # only in bob/orders.yaml\n  - name: mail\n",
	} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("no %q in\n%s", want, data)
		}
	}
	report, err := os.ReadFile(output)
	if err != nil {
		t.Fatal(err)
	}
	outcomes := at(t, decoded(t, string(report)), "disputes", 0, "outcomes")
	for i, value := range []string{"1M", "400M"} {
		doc := decoded(t, must(t, "", "eval", target, "--format", "json", "--set", "components.api.requests_per_month="+value))
		if got := at(t, doc, "verdict", "recommendation"); got != at(t, outcomes, i, "recommendation") || at(t, outcomes, i, "value") != value {
			t.Errorf("%s: eval recommends %v, merge %v", value, got, at(t, outcomes, i))
		}
	}
}

// TestMergeReadsStandardInput merges a file with standard input.
func TestMergeReadsStandardInput(t *testing.T) {
	t.Parallel()
	dir := mergeDirectory(t)
	if text := must(t, "runwhere: 1\n", "merge", "-", filepath.Join(dir, "ok.yaml")); !strings.Contains(text, "standard input, ok.yaml") {
		t.Errorf("%s", text)
	}
}

func TestMergeLabelsTellFilesApart(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ files, want string }{
		{"a.yaml b.yaml", "a.yaml b.yaml"},
		{"x/a.yaml y/b.yaml", "a.yaml b.yaml"},
		{"x/a.yaml y/a.yaml z/b.yaml", "x/a.yaml y/a.yaml b.yaml"},
		{"x/a.yaml ../x/a.yaml", "x/a.yaml ../x/a.yaml"},
		{"a\x1b.yaml a\x07.yaml", "a<U+001B>.yaml a<U+0007>.yaml"},
	} {
		if got := strings.Join(mergeLabels(strings.Fields(c.files)), " "); got != c.want {
			t.Errorf("%q are called %q, want %q", c.files, got, c.want)
		}
	}
}

var badMerges = []struct{ args, want string }{
	{"merge", "merge needs at least two scenario files; - reads standard input"},
	{"merge @ok.yaml", "merge needs at least two scenario files; - reads standard input"},
	{"merge @ok.yaml @ok.yaml", "ok.yaml: given twice; merge takes each file once"},
	{"merge @ok.yaml @folder/../ok.yaml", "folder/../ok.yaml: given twice; merge takes each file once"},
	{"merge @ok.yaml @link.yaml", "link.yaml: given twice; merge takes each file once"},
	{"merge - -", "standard input can be read once only"},
	{"merge @ok.yaml @none.yaml", "none.yaml: no such file or directory"},
	{"merge @ok.yaml @folder", "folder: is a directory, not a scenario file"},
	{"merge @ok.yaml @binary.yaml", "binary.yaml:2: not text: byte 0x00; a scenario is YAML in UTF-8"},
	{"merge @unitless.yaml @ok.yaml", "unitless.yaml:4: components[0].duration: 5: no unit; " + durationAllowed},
	{"merge @ok.yaml @region.yaml", "region.yaml: region: us-eest-1: unknown region; …"},
	{"merge @ok.yaml @several.yaml", "several.yaml:2: regoin: unknown key; …"},
	{"merge @ok.yaml @ann/orders.yaml --format csv", `format "csv" is not supported here; supported are text, json, md`},
	{"merge @ok.yaml @ann/orders.yaml --write -", "--write: -: not a file; standard output is for the report"},
	{"merge @ok.yaml @ann/orders.yaml --write @ok.yaml", "--write: ok.yaml: is read by this command and is not written over"},
	{"merge @ok.yaml @ann/orders.yaml -o @ok.yaml", "-o: ok.yaml: is read by this command and is not written over"},
	{"merge @ok.yaml @ann/orders.yaml --write @x -o @x", "--write and -o name the same file, x"},
	{"merge @ok.yaml @ann/orders.yaml --write @x -o @none/y", "none/y: no such file or directory"},
	{"merge @ok.yaml @ann/orders.yaml --write @none/x", "none/x: no such file or directory"},
	{"merge @ok.yaml @unknown.yaml --write @x -o @y", "unknown.yaml:2: regoin: unknown key; …"},
	{"merge @ok.yaml @ann/orders.yaml --writ @x", "unknown flag: --writ; did you mean --write? (runwhere merge --help lists the flags)"},
}

// TestBadMerges runs them all in one directory, in
// which nothing may appear or change.
func TestBadMerges(t *testing.T) {
	t.Parallel()
	dir := mergeDirectory(t)
	if err := os.Symlink(filepath.Join(dir, "ok.yaml"), filepath.Join(dir, "link.yaml")); err != nil {
		t.Skip(err)
	}
	ok, err := os.ReadFile(filepath.Join(dir, "ok.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range badMerges {
		o := execute("", strings.Fields(strings.ReplaceAll(c.args, "@", dir+"/"))...)
		got := strings.ReplaceAll(o.errors, dir+"/", "")
		want, beginning := strings.CutSuffix("runwhere: "+c.want, "…")
		if o.code != exitWrong || o.out != "" || strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, want) || !beginning && got != want+"\n" {
			t.Errorf("runwhere %s: exit code %d, writes %q\n got %s want %s", c.args, o.code, o.out, got, want)
		}
	}
	for _, name := range []string{"x", "y"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	if now, err := os.ReadFile(filepath.Join(dir, "ok.yaml")); err != nil || !slices.Equal(now, ok) {
		t.Errorf("a merged file was changed: %v", err)
	}
}
