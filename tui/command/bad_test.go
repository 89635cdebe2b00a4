package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// scenarios are the bodies of scenario files behind `runwhere: 1`.
var badFiles = map[string]string{
	"ok.yaml":      "name: fine\n",
	"binary.yaml":  "name: \x00\x01\xff\n",
	"unknown.yaml": "regoin: us-east-1\n",
	"unitless.yaml": "components:\n" +
		"  - name: a\n" +
		"    duration: 5\n",
	"unit.yaml":      "components: [{name: a, duration: 5 parsecs}]\n",
	"negative.yaml":  "components: [{name: a, requests_per_month: -5}]\n",
	"nan.yaml":       "components: [{name: a, memory: NaN}]\n",
	"huge.yaml":      "components: [{name: a, requests_per_month: 1e300}]\n",
	"duplicate.yaml": "components: [{name: a}, {name: a}]\n",
	"pin.yaml":       "components: [{name: a, traits: [gpu], pin: serverless}]\n",
	"region.yaml":    "region: us-eest-1\n",
	"unpriced.yaml":  "cloud: aws\nregion: eu-south-1\nplatforms: {kubernetes: {node: g5.xlarge}}\n",
	"instance.yaml":  "platforms: {kubernetes: {node: c5.xlrge}}\n",
	"kind.yaml":      "platforms: {kubernetes: {kind: lambda}}\n",
	"several.yaml":   "regoin: a\nclouds: b\n",
}

// badDirectory makes a directory with all of them, a directory and a file of
// 100 MB.
func badDirectory(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range badFiles {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("runwhere: 1\n"+body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, size := range map[string]int64{"large.yaml": 100 << 20, "empty.yaml": 0} {
		f, err := os.Create(filepath.Join(dir, name))
		if err == nil {
			err = f.Truncate(size)
		}
		if err == nil {
			err = f.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

const (
	requestsAllowed = "allowed is 0 to 10T, such as 50M, 1.2B, 50000000, or a range low..high"
	durationAllowed = "allowed is 0s to 30d, such as 500ms, 30s, 15m, 2h, or a range low..high"
)

// badInputs are command lines, @ before the name of one of the files above,
// and the one line on standard error; one that ends in … is a beginning.
var badInputs = []struct{ args, want string }{
	{"eval", "eval needs a scenario file; - reads standard input"},
	{"eval @none.yaml", "none.yaml: no such file or directory"},
	{"eval @pin.yaml --samples -", "--samples: -: the report goes to standard output; give it a file with -o"},
	{"eval @pin.yaml @pin.yaml --samples x.csv", "--samples takes one scenario file"},
	{"eval @pin.yaml --sweep requests_per_month=1M..2M/2 --samples x.csv", "--samples and --sweep exclude each other: a sweep draws nothing"},
	{"eval @pin.yaml --samples @pin.yaml", "--samples: pin.yaml: is read by this command and is not written over"},
	{"eval @pin.yaml --samples @empty.yaml", "empty.yaml: exists already; --force replaces it"},
	{"eval @pin.yaml --samples x.csv -o x.csv", "--samples: x.csv: the report goes there"},
	{"eval @folder", "folder: is a directory, not a scenario file"},
	{"eval @binary.yaml", "binary.yaml:2: not text: byte 0x00; a scenario is YAML in UTF-8"},
	{"eval @large.yaml", "large.yaml: too large for a scenario; allowed is 1MiB"},
	{"eval @empty.yaml", "empty.yaml: empty; a scenario holds at least `runwhere: 1`"},
	{"eval @unknown.yaml", "unknown.yaml:2: regoin: unknown key; did you mean region? known are name, cloud, region, network, zones, endpoints, free_tier, checklist, followup, architecture, components, platforms, people, growth, agreed, correlate, weights"},
	{"eval @unitless.yaml", "unitless.yaml:4: components[0].duration: 5: no unit; " + durationAllowed},
	{"eval @unit.yaml", `unit.yaml:2: components[0].duration: 5 parsecs: unknown unit "parsecs"; ` + durationAllowed},
	{"eval @negative.yaml", "negative.yaml:2: components[0].requests_per_month: -5: negative; " + requestsAllowed},
	{"eval @nan.yaml", "nan.yaml:2: components[0].memory: NaN: not a number; …"},
	{"eval @huge.yaml", "huge.yaml:2: components[0].requests_per_month: 1e300: above the maximum; " + requestsAllowed},
	{"eval @duplicate.yaml", "duplicate.yaml:2: components[1].name: a: there is a component of this name already; every name is there once"},
	{"eval @pin.yaml", "pin.yaml: components[0].pin: serverless: a needs a GPU; Lambda offers none; …"},
	{"eval @region.yaml", "region.yaml: region: us-eest-1: unknown region; did you mean us-east-1? everything this scenario needs is priced in …"},
	{"eval @unpriced.yaml", "unpriced.yaml: platforms.kubernetes.node: g5.xlarge: no price in region eu-south-1; everything this scenario needs is priced in …"},
	{"eval @instance.yaml", "instance.yaml: platforms.kubernetes.node: c5.xlrge: unknown instance type; did you mean c5.xlarge …"},
	{"eval @kind.yaml", "kind.yaml:2: platforms.kubernetes.kind: lambda: unknown; allowed is eks, eks-auto, eks-fargate, gke, gke-autopilot, aks, aks-automatic"},
	{"eval @several.yaml", "several.yaml:2: regoin: unknown key; did you mean region? known are name, cloud, region, network, zones, endpoints, free_tier, checklist, followup, architecture, components, platforms, people, growth, agreed, correlate, weights (and 1 more)"},
	{"eval @ok.yaml @none.yaml", "none.yaml: no such file or directory"},
	{"eval - -", "standard input can be read once only"},
	{"eval -", "standard input: empty; a scenario holds at least `runwhere: 1`"},
	{"eval @ok.yaml --fromat json", "unknown flag: --fromat; did you mean --format? (runwhere eval --help lists the flags)"},
	{"eval @ok.yaml --format jsn", `format "jsn" is unknown; did you mean json? supported are text, json, md, csv`},
	{"eval @ok.yaml --format svg", `format "svg" is not supported yet; supported are text, json, md, csv`},
	{"eval @ok.yaml --format", "flag needs an argument: --format"},
	{"eval @ok.yaml --set region", "--set: region: not an assignment; write KEY=VALUE, such as components.orders-api.duration=800ms"},
	{"eval @ok.yaml --set regin=x", "--set: regin: x: unknown key; did you mean region? …"},
	{"eval @ok.yaml --set requests_per_month=-1", "--set: requests_per_month: -1: negative; " + requestsAllowed},
	{"eval @ok.yaml --set components.b.duration=1s", "--set: components.b.duration: 1s: no such component; the scenario has no components"},
	{"eval @ok.yaml --set region=mars", "ok.yaml: region: mars: unknown region; everything this scenario needs is priced in …"},
	{"eval @ok.yaml --sweep requests_per_month", "requests_per_month: not a sweep; write KEY=FROM..TO/COUNT, such as requests_per_month=10K..1B/1000"},
	{"eval @ok.yaml --sweep requests_per_month=1K..2K/3 --format md", `format "md" is not supported here; supported are csv, json`},
	{"eval @ok.yaml @ok.yaml --sweep requests_per_month=1K..2K/3", "--sweep takes one scenario file"},
	{"eval @ok.yaml --date tomorrow", "--date: tomorrow: not a date; write it as 2026-11-25"},
	{"eval @ok.yaml --date 2999-01-01", "--date: 2999-01-01: allowed is 2000-01-01 to …"},
	{"eval @ok.yaml --date 1999-12-31", "--date: 1999-12-31: allowed is 2000-01-01 to …"},
	{"eval @ok.yaml --date -5", "--date: -5: not a date; write it as 2026-11-25"},
	{"eval @ok.yaml --set requests_per_month=1e-300", "--set: requests_per_month: 1e-300: too small; use 0, or 0.001 and more; " + requestsAllowed},
	{"eval @ok.yaml --set requests_per_month=1e-300..1", "--set: requests_per_month: 1e-300..1: too small; use 0, or 0.001 and more; " + requestsAllowed},
	{"eval @ok.yaml --set requests_per_month=Inf", "--set: requests_per_month: Inf: not a number; " + requestsAllowed},
	{"eval @ok.yaml --set requests_per_month=1e999999999999", "--set: requests_per_month: 1e999999999999: too large; " + requestsAllowed},
	{"eval @ok.yaml --set growth.monthly=1e-300", "--set: growth.monthly: 1e-300: too small; use 0, or 0.000001% and more; …"},
	{"eval @ok.yaml --set growth.monthly=2000%", "--set: growth.monthly: 2000%: above the maximum; …"},
	{"eval @ok.yaml --set platforms.serverless.cold_start_rate=101%", "--set: platforms.serverless.cold_start_rate: 101%: above the maximum; …"},
	{"eval @ok.yaml --sweep requests_per_month=1e-300..1/3", "requests_per_month: 1e-300..1/3: too small; use 0, or 0.001 and more; …"},
	{"eval @ok.yaml --sweep requests_per_month=1..1e300/3", "requests_per_month: 1..1e300/3: above the maximum; …"},
	{"eval @ok.yaml --sweep requests_per_month=1..2/1e9", "requests_per_month: 1..2/1e9: the count is not right; allowed is 2 to 100000; …"},
	{"eval @ok.yaml --draws 0", "--draws: 0: allowed is 100 to 1000000"},
	{"eval @ok.yaml --draws 99", "--draws: 99: allowed is 100 to 1000000"},
	{"eval @ok.yaml --draws 1e9", "--draws: 1e9: not a whole number"},
	{"eval @ok.yaml --draws 2000000", "--draws: 2000000: allowed is 100 to 1000000"},
	{"eval @ok.yaml --seed -1", "--seed: -1: not a whole number from 0 to 18446744073709551615"},
	{"eval @ok.yaml --seed 18446744073709551616", "--seed: 18446744073709551616: not a whole number from 0 to 18446744073709551615"},
	{"eval @ok.yaml -o @folder", "folder: is a directory; give the name of a file"},
	{"eval @ok.yaml -o @none/x", "none/x: no such file or directory"},
	{"chart", "chart takes one scenario file, not 0; - reads standard input"},
	{"chart @ok.yaml --width 3", "--width: 3: allowed is 20 to 1000"},
	{"chart @ok.yaml --height 0", "--height: 0: allowed is 6 to 300"},
	{"chart @ok.yaml --width wide", "--width: wide: not a whole number"},
	{"chart @ok.yaml --chart dots", `chart alphabet "dots" is unknown: choose braille, block or ascii`},
	{"seek @ok.yaml", "seek takes a scenario file and an input, such as requests_per_month; - reads standard input"},
	{"seek @ok.yaml regin", "ok.yaml: regin: unknown key; did you mean region? …"},
	{"seek @ok.yaml region", "ok.yaml: region: not a figure; take an input that is one, such as requests_per_month"},
	{"seek @ok.yaml checklist.engineers", "ok.yaml: checklist.engineers: no figure today to search from; give it one first"},
	{"seek @ok.yaml requests_per_month --until cheap", "goal: cheap: not a goal; a goal is changes, one of kubernetes, serverless, wasm, hybrid, …"},
	{"seek @ok.yaml requests_per_month --until lambda<gke", "goal: lambda<gke: gke: not a cost; …"},
	{"seek @ok.yaml requests_per_month --until lambda<1e-300", "goal: lambda<1e-300: 1e-300: not a cost; …"},
	{"seek @ok.yaml requests_per_month --until lambda<1e300", "goal: lambda<1e300: 1e300: not a cost; …"},
	{"seek @ok.yaml requests_per_month --until lambda<-1", "goal: lambda<-1: -1: not a cost; …"},
	{"seek @ok.yaml requests_per_month --format md", `format "md" is not supported here; supported are text, json`},
	{"article now", `article takes no argument, not "now"`},
	{"article --format csv", `format "csv" is not supported here; supported are text, json, md`},
	{"prices qote", "qote: no such command of runwhere prices; did you mean quote? there are list, quote, regions, show, update, verify"},
	{"prices list --region us-est-1", `region "us-est-1" is unknown; did you mean us-east-1? known are …`},
	{"prices show", "prices show takes the id of a price, such as lambda.requests; prices list has them all"},
	{"prices show lambda.request", "price lambda.request is unknown; did you mean lambda.requests?"},
	{"prices quote lambda.requests", "prices quote takes the id of a price and a quantity, such as apigateway.rest 15e9"},
	{"prices quote lambda.requests many", "quantity: many: not a number; such as 50M, 1.2B, 50000000"},
	{"prices quote lambda.requests -5", "-5: negative; quantities are 0 or more"},
	{"prices quote lambda.requests NaN", "quantity: NaN: not a number; such as 50M, 1.2B, 50000000"},
	{"prices quote lambda.requests 1e-300", "quantity: 1e-300: less than anything that is billed; allowed is 0, or 0.000001 and more"},
	{"prices quote lambda.requests 1e300", "quantity: 1e300: more than anything that is sold; allowed is up to 1e18"},
	{"prices quote ebs.gp3.month 5 --region eu-central-2", "price ebs.gp3.month is unknown in region eu-central-2; known in …"},
	{"new --preset scenario-c", "preset: scenario-c: there is no such preset; did you mean scenario-a? …"},
	{"new -o @ok.yaml", "ok.yaml: exists already; --force replaces it"},
	{"new orders", `new takes no argument, not "orders"; the file is -o, the preset --preset`},
	{"help evl", "evl: no such command of runwhere; did you mean eval? there are …"},
	{"evl", "evl: no such file or command; did you mean eval?"},
	{"evl @ok.yaml @ok.yaml", "evl: no such file or command; did you mean eval?"},
	{"evl --format json @ok.yaml", "evl: no such file or command; did you mean eval?"},
	{"evaluate @ok.yaml", "evaluate: no such file or command; did you mean eval?"},
	{"verison", "verison: no such file or command; did you mean version?"},
	{"compare @ok.yaml", "compare: no such file or command; runwhere --help lists the commands"},
	{"none.yaml", "none.yaml: no such file or directory"},
	{"none/evl", "none/evl: no such file or directory"},
	{"prices shwo lambda.requests", "shwo: no such command of runwhere prices; did you mean show? there are list, quote, regions, show, update, verify"},
	{"completion bsh", "bsh: no such command of runwhere completion; did you mean bash? there are bash, fish, powershell, zsh"},
	{"eval @ok.yaml --ste region=x", "unknown flag: --ste; did you mean --set? (runwhere eval --help lists the flags)"},
	{"version now", `version takes no argument, not "now"`},
	{"version --format csv", `format "csv" is not supported here; supported are text, json`},
	{"@ok.yaml @ok.yaml", "the wizard opens one scenario file; eval takes several"},
	{"-", "the wizard reads keys from standard input; give it a file"},
	{"--theme pink", `theme "pink" is unknown: choose auto, light or dark`},
	{"--chart dots", `chart alphabet "dots" is unknown: choose braille, block or ascii`},
	{"@unknown.yaml", "unknown.yaml:2: regoin: unknown key; …"},
	{"@region.yaml", "region.yaml: region: us-eest-1: unknown region; …"},
	{"", "the wizard needs a terminal; `runwhere eval FILE` works without one, and --plain asks line by line"},
	{"@ok.yaml", "the wizard needs a terminal; `runwhere eval FILE` works without one, and --plain asks line by line"},
}

func TestBadInputIsOneLine(t *testing.T) {
	t.Parallel()
	dir := badDirectory(t)
	for _, c := range badInputs {
		args := strings.Fields(strings.ReplaceAll(c.args, "@", dir+"/"))
		o := execute("", args...)
		if o.code != exitWrong {
			t.Errorf("runwhere %s: exit code %d, want %d", c.args, o.code, exitWrong)
		}
		if o.out != "" {
			t.Errorf("runwhere %s: writes %q", c.args, o.out)
		}
		got := strings.ReplaceAll(o.errors, dir+"/", "")
		want, beginning := strings.CutSuffix("runwhere: "+c.want, "…")
		if strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, want) || !beginning && got != want+"\n" {
			t.Errorf("runwhere %s:\n got %s want %s", c.args, got, want)
		}
	}
}

func TestBadInputWritesNothing(t *testing.T) {
	t.Parallel()
	dir := badDirectory(t)
	target := filepath.Join(dir, "out.json")
	for _, kept := range []string{"", "what was there before"} {
		if kept != "" {
			if err := os.WriteFile(target, []byte(kept), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, bad := range []string{"unknown.yaml", "region.yaml", "none.yaml"} {
			o := execute("", "eval", filepath.Join(dir, "ok.yaml"), filepath.Join(dir, bad), "--format", "json", "-o", target)
			if o.code != exitWrong {
				t.Errorf("%s: exit code %d", bad, o.code)
			}
			data, err := os.ReadFile(target)
			if string(data) != kept || (err == nil) != (kept != "") {
				t.Errorf("%s: the target holds %q afterwards, want %q", bad, data, kept)
			}
		}
	}
}
