package command

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"runwhere/costs"
	scenariofile "runwhere/model/scenario/file"
)

// near fails unless a figure of decoded JSON is the wanted one, to a
// hundredth of a cent.
func near(t *testing.T, what string, got any, want float64) {
	t.Helper()
	v, ok := got.(float64)
	if !ok || math.Abs(v-want) > 1e-4 {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// platform finds a platform of a decoded evaluation by its id.
func platform(t *testing.T, doc any, id string) any {
	t.Helper()
	for _, p := range at(t, doc, "platforms").([]any) {
		if at(t, p, "id") == id {
			return p
		}
	}
	t.Fatalf("no platform %s", id)
	return nil
}

// billed returns USD by meter of a decoded platform.
func billed(t *testing.T, platform any) map[string]float64 {
	t.Helper()
	bill := map[string]float64{}
	for _, line := range at(t, platform, "bill").([]any) {
		bill[at(t, line, "meter").(string)] += at(t, line, "usd").(float64)
	}
	return bill
}

// TestPublishedScenariosByHand works both scenarios of the guide from the list
// prices of us-east-1.
func TestPublishedScenariosByHand(t *testing.T) {
	t.Parallel()
	const hours = 730
	for _, c := range []struct {
		preset, platform string
		want             map[string]float64
	}{
		{"scenario-a", "lambda", map[string]float64{
			"compute":  100e3 * 0.2 * 256 / 1024 * 0.0000166667, // 5,000 GB-s: $0.083
			"requests": 0.1 * 0.20,
		}},
		{"scenario-a", "eks", map[string]float64{
			"control-plane": hours * 0.10, "nodes": 2 * hours * 0.0416, "alb": hours * 0.0225,
		}},
		{"scenario-b", "lambda", map[string]float64{
			"compute":  50e6 * 0.5 * 1 * 0.0000166667, // 25,000,000 GB-s: $416.67
			"requests": 50 * 0.20,
			"gateway":  50 * 3.50,
			"logs":     50 * 0.50, // 50 GB
			"nat":      hours * 0.045,
			"nat-data": 270 * 0.045,
		}},
		{"scenario-b", "eks", map[string]float64{
			"control-plane": 73, "nodes": 372.30, "alb": hours * 0.0225,
		}},
	} {
		doc := decoded(t, must(t, "", "eval", presetFile(t, c.preset), "--format", "json"))
		p := platform(t, doc, c.platform)
		got, total := billed(t, p), 0.0
		for meter, usd := range c.want {
			if math.Abs(got[meter]-usd) > 1e-4 {
				t.Errorf("%s, %s: %s bills %v, want %v", c.preset, c.platform, meter, got[meter], usd)
			}
			total += usd
		}
		if len(got) != len(c.want) {
			t.Errorf("%s, %s: lines %v, want %v", c.preset, c.platform, got, c.want)
		}
		near(t, c.preset+", "+c.platform+": monthly_usd", at(t, p, "monthly_usd"), total)
	}
}

// TestJSONHasTheKeysOfTheContract holds every preset against the contract.
func TestJSONHasTheKeysOfTheContract(t *testing.T) {
	t.Parallel()
	for _, preset := range scenariofile.Presets() {
		doc := decoded(t, must(t, "", "eval", presetFile(t, preset.Name), "--format", "json"))
		at(t, doc, "prices", "version")
		at(t, doc, "prices", "as_of")
		at(t, doc, "scenario", "components", 0, "duration_s")
		at(t, doc, "scenario", "components", 0, "memory_mib")
		at(t, doc, "scenario", "defaults")
		for i, p := range at(t, doc, "split", "placements").([]any) { // the place is the platform of the option
			node, option := at(t, p, "place"), at(t, p, "option")
			if node == nil && option == nil {
				continue
			}
			if kind, known := costs.KindOf(node.(string)); !known || string(kind.Option) != option {
				t.Errorf("%s: placement %d is at %v, on %v", preset.Name, i, node, option)
			}
		}
		for _, option := range []string{"kubernetes", "serverless", "wasm", "hybrid"} {
			at(t, doc, "checklist", "leans", option)
		}
		for _, key := range []string{"id", "answer", "lean"} {
			at(t, doc, "checklist", "questions", 9, key)
		}
		near(t, "max", at(t, doc, "architecture_score", "max"), 39)
		for _, key := range []string{"score", "band", "factors"} {
			at(t, doc, "architecture_score", key)
		}
		for _, key := range []string{"id", "value", "points"} {
			at(t, doc, "architecture_score", "factors", 12, key)
		}
		for _, p := range at(t, doc, "platforms").([]any) {
			checkPlatform(t, preset.Name, p)
		}
		for _, key := range []string{"a", "b", "first", "sustained", "cheaper_after"} {
			at(t, doc, "crossovers", 2, key)
		}
		for _, key := range []string{"from", "to", "cheapest"} {
			at(t, doc, "envelope", 0, key)
		}
		for _, key := range []string{"placements", "monthly_usd", "alternatives", "optimal", "glue"} {
			at(t, doc, "split", key)
		}
		for _, key := range []string{"component", "option", "reason"} {
			at(t, doc, "split", "placements", 0, key)
		}
		for _, key := range []string{"recommendation", "confidence", "reasons", "counter", "flips", "mistakes"} {
			at(t, doc, "verdict", key)
		}
		for _, key := range []string{"option", "points", "monthly_usd"} {
			at(t, doc, "verdict", "ranking", 3, key)
		}
	}
}

// checkPlatform checks that a platform's bill adds up to its total to the
// cent, and that one that cannot run the system says why and costs null.
func checkPlatform(t *testing.T, preset string, p any) {
	t.Helper()
	name := preset + ", " + at(t, p, "id").(string)
	sum := 0.0
	for _, usd := range billed(t, p) {
		sum += usd
	}
	if at(t, p, "feasible") == true {
		if total := at(t, p, "monthly_usd").(float64); math.Abs(total-sum) >= 0.005 {
			t.Errorf("%s: lines add up to %v, monthly_usd is %v", name, sum, total)
		}
		for _, key := range []string{"meter", "label", "quantity", "unit", "usd", "formula", "source", "as_of"} {
			at(t, p, "bill", 0, key)
		}
		return
	}
	if at(t, p, "monthly_usd") != nil || sum != 0 {
		t.Errorf("%s cannot run the system and bills %v", name, at(t, p, "monthly_usd"))
	}
	for _, key := range []string{"component", "limit", "workaround", "source"} {
		at(t, p, "violations", 0, key)
	}
	at(t, p, "people_usd")
}

func TestSetChangesOneValue(t *testing.T) {
	t.Parallel()
	b := presetFile(t, "scenario-b")
	doc := decoded(t, must(t, "", "eval", b, "-f", "json",
		"--set", "components.api.duration=800ms", "--set", "platforms.serverless.front_door=http-api", "--set", "requests_per_month=10M"))
	near(t, "duration_s", at(t, doc, "scenario", "components", 0, "duration_s"), 0.8)
	lambda := billed(t, platform(t, doc, "lambda"))
	near(t, "compute", lambda["compute"], 10e6*0.8*0.0000166667)
	near(t, "gateway", lambda["gateway"], 10*1.00)
}

// The JSON says of every value that was given where it is.
func TestJSONHasTheSourcesOfValues(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "orders.yaml")
	if err := os.WriteFile(file, []byte("runwhere: 1\nname: x\ncomponents:\n  - name: api\n    duration: 300ms\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	doc := decoded(t, must(t, "", "eval", file, "--set", "components.api.memory=1GiB", "--format", "json"))
	want := map[string]any{
		"name":                   map[string]any{"kind": "file", "file": file, "line": 2.0},
		"components[0].name":     map[string]any{"kind": "file", "file": file, "line": 4.0},
		"components[0].duration": map[string]any{"kind": "file", "file": file, "line": 5.0},
		"components[0].memory":   map[string]any{"kind": "command_line"},
	}
	if got := at(t, doc, "scenario", "sources"); !reflect.DeepEqual(got, want) {
		t.Errorf("the sources are %v and should be %v", got, want)
	}
}

func TestStandardInputAndSeveralFiles(t *testing.T) {
	t.Parallel()
	a, b := presetFile(t, "scenario-a"), presetFile(t, "scenario-b")
	text, err := os.ReadFile(b)
	if err != nil {
		t.Fatal(err)
	}
	piped := must(t, string(text), "eval", "-", "-f", "json")
	if read := must(t, "", "eval", b, "-f", "json"); piped != strings.ReplaceAll(read, strconv.Quote(b), strconv.Quote("standard input")) {
		t.Error("standard input evaluates to something else than the file")
	}
	all := decoded(t, must(t, string(text), "eval", a, "-", "-f", "json")).([]any)
	if len(all) != 2 || at(t, all[0], "scenario", "name") != "Scenario A of the guide" || at(t, all[1], "scenario", "name") != "Scenario B of the guide" {
		t.Errorf("two files are not an array of the two")
	}
	for _, format := range []string{"text", "md", "csv"} {
		if out := must(t, "", "eval", a, b, "-f", format); !strings.Contains(out, "Scenario A") || !strings.Contains(out, "Scenario B") {
			t.Errorf("--format %s of two files does not have both", format)
		}
	}
}

// TestCSVAddsUp reads the CSV back: the layer `bill` adds up to monthly_usd.
func TestCSVAddsUp(t *testing.T) {
	t.Parallel()
	b := presetFile(t, "scenario-b")
	rows, err := csv.NewReader(strings.NewReader(must(t, "", "eval", b, "-f", "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := func(name string) int { return slices.Index(rows[0], name) }
	sums := map[string]float64{}
	for _, row := range rows[1:] {
		if row[column("layer")] == "refused" {
			sums[row[column("platform")]] = -1
			continue
		}
		usd, err := strconv.ParseFloat(row[column("usd")], 64)
		if err != nil {
			t.Fatal(err)
		}
		sums[row[column("platform")]+"/"+row[column("layer")]] += usd
	}
	for key, want := range map[string]float64{
		"eks/bill": 461.725, "eks/people": 16500, "lambda/bill": 671.6675, "cloudflare-workers": -1,
	} {
		if math.Abs(sums[key]-want) > 1e-4 {
			t.Errorf("%s adds up to %v, want %v", key, sums[key], want)
		}
	}
}

func TestOutputIsWrittenWhole(t *testing.T) {
	t.Parallel()
	b := presetFile(t, "scenario-b")
	dir := t.TempDir()
	target := filepath.Join(dir, "real.md")
	link := filepath.Join(dir, "link.md")
	if err := os.WriteFile(target, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.md", link); err != nil {
		t.Skip("no symbolic links here")
	}
	if out := must(t, "", "eval", b, "-f", "md", "--date", "2026-11-25", "--force", "-o", link); out != "" {
		t.Errorf("-o writes to standard output too: %q", out)
	}
	data, err := os.ReadFile(target)
	if err != nil || string(data) != must(t, "", "eval", b, "-f", "md", "--date", "2026-11-25") {
		t.Errorf("the file behind the link does not hold the report: %v", err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
	if info, err := os.Stat(target); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the file's mode is %v, want that of before", info.Mode())
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("files left behind: %v", left)
	}
	if o := execute("", "eval", b, "-o", "/dev/full"); o.code != exitWrong {
		if _, err := os.Stat("/dev/full"); err == nil {
			t.Errorf("a full disk is exit code %d", o.code)
		}
	}
}

func TestTextFitsEightyColumns(t *testing.T) {
	t.Parallel()
	for _, preset := range scenariofile.Presets() {
		for line := range strings.Lines(must(t, "", "eval", presetFile(t, preset.Name))) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 {
				t.Errorf("%s: %d columns: %s", preset.Name, n, line)
			}
		}
	}
}
