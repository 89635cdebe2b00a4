package command

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// acting matches what no output may hold: control characters of both sets but
// line breaks and tabs, and what turns the direction of writing.
var acting = regexp.MustCompile("[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")

// hostile is a text with a window title, the clipboard, a screen that is cleared,
// colours, an eight-bit control, a return and an override; as YAML has it, and as
// the name of a file does.
const (
	hostileText = `\e]0;PWNED\a\e]52;c;cHduZWQ=\a\e[2J\e[?1049l\e[31;5mred\x9b31m\r\x7f\u202e\u2066\u2028`
	hostileName = "a\x1b]0;PWNED\x07\x1b[31;5m\u202e\u2066\u009b\x7f\r\n\xff"
)

// hostileFiles are the contents of files, whose names are hostile too.
var hostileFiles = map[string]string{
	"scenario":  "runwhere: 1\nname: \"" + hostileText + "\"\n",
	"component": "runwhere: 1\ncomponents:\n  - name: \"" + hostileText + "\"\n",
	"key":       "runwhere: 1\n\"" + hostileText + "\": 1\n",
	"value":     "runwhere: 1\nregion: \"" + hostileText + "\"\n",
	"kind":      "runwhere: 1\nplatforms: {kubernetes: {kind: \"" + hostileText + "\"}}\n",
	"syntax":    "runwhere: 1\n  \x1b[2J: [\n",
	"raw":       "runwhere: 1\nname: a\x1b[2J\u202e\n",
	"good":      "runwhere: 1\ncomponents: [{name: api, requests_per_month: 50M, duration: 100ms, memory: 512MiB, function_memory: 512MiB, measured_at: 512MiB, isolate_memory: 512MiB}]\n",
	"note":      "runwhere: 1\n# \x1b]0;t\a \u202e\ncomponents: [{name: api, requests_per_month: 50M}]\n",
	"record":    "---\nrunwhere: \"" + hostileText + "\"\n---\n# \u202e\n",
	"overlay": "provider: aws\ncollected: 2026-10-02\nsources: {contract: \"agreement " + hostileText + "\"}\nprices:\n" +
		"  - {id: apigateway.rest, usd: {us-east-1: 0.0000007}, source: contract, as_of: 2026-10-01, note: \"n " + hostileText + "\"}\n" +
		"  - {id: lambda.requests, usd: {us-east-1: 0.0000002}, source: contract, as_of: 2026-10-01, note: \"n " + hostileText + "\"}\n" +
		"discounts: [{match: ec2.*, percent: 9, source: contract, as_of: 2026-10-01}]\n",
	"region": "provider: aws\ncollected: 2026-10-02\nsources: {s: s}\nprices:\n" +
		"  - {id: apigateway.rest, usd: {\"" + `\e[2J\u202e` + "\": 1}, source: s, as_of: 2026-10-01}\n",
	"type": "provider: aws\ncollected: 2026-10-02\nsources: {s: s}\ninstances: {sizes: {source: s, as_of: 2026}, regions: us-east-1, source: s, as_of: 2026, " +
		"new_types: {\"q" + `\e[2J\u202e` + ".large\": amd64 2 8192 0 29 1930 6903 | 1}}\n",
	"source": "provider: aws\ncollected: 2026-10-02\nsources: {\"" + hostileText + "\": s}\nprices: [{id: \"" + hostileText + "\"}]\n",
	"cases": "- id: \"x" + hostileText + "\"\n  title: \"T" + hostileText + "\"\n  organisation: \"O" + hostileText + "\"\n  year: 2023\n" +
		"  source_url: \"https://x/" + hostileText + "\"\n  accept: [kubernetes]\n  stated_reason: \"came from " + hostileText + "\"\n",
	"cases-bad": "- {id: \"" + hostileText + "\", accept: [\"" + hostileText + "\"]}\n",
	"weights":   "\"" + hostileText + "\": 3\n",
	"offers": `{"BillingCurrency": "USD", "Items": [{"currencyCode": "USD", "retailPrice": 0.252, "armRegionName": "eastus", "effectiveStartDate": "2024-01-01T00:00:00Z", ` +
		`"meterId": "\u001b[2J", "meterName": "\u202e", "productName": "Virtual Machines Esv5 Series", "skuId": "\u001b[2J", "skuName": "D4s v5", "serviceName": "Virtual Machines", ` +
		`"unitOfMeasure": "1 Hour", "type": "Consumption", "armSkuName": "Standard_D4s_v5"}], "NextPageLink": "\u001b[2J\u202e"}`,
	"offers-bad": `{"BillingCurrency": "\u001b[2J\u202e", "Items": []}`,
}

// hostileCommands are command lines: %name is one of the files, ! the hostile
// name itself.
var hostileCommands = []string{
	"eval %scenario", "eval %component", "eval %key", "eval %value", "eval %kind", "eval %syntax", "eval %raw", "eval %record",
	"eval %good", "eval %note", "eval %good --prices %overlay", "eval %good --prices %overlay --format json", "eval %good --prices %overlay --format md",
	"eval %good --prices %overlay --format csv", "eval %good %good --format csv", "eval %good --prices %region", "eval %good --prices %type", "eval %good --prices %source",
	"eval %good --prices %good", "eval %good --weights %weights", "eval %good --set !=1", "eval %good --set name=!", "eval %good --set region=!", "eval %good --sweep !",
	"eval %good --sweep !=1..2/3", "eval %good --date !", "eval %good --format !", "eval %good --draws !", "eval %good --seed !", "eval %good --!", "eval !", "eval %good -o !/x",
	"eval %good -o -", "!", "! !", "%good", "%key", "--theme !", "--chart !", "--plain", "%good --plain", "help !", "help eval", "eval --help", "--version",
	"chart %good --prices %overlay", "chart %good --chart !", "chart %scenario", "chart !", "seek %good !", "seek %good requests_per_month --until !",
	"seek %good requests_per_month --prices %overlay", "seek %good requests_per_month --prices %overlay --format json", "seek %raw requests_per_month",
	"merge %good %note", "merge %good %note --format json", "merge %good %note --format md", "merge %good %key", "merge !", "merge %good %note --write -",
	"new", "new --preset !", "new !", "new -o !/x", "article !", "article --format !", "backtest %cases", "backtest %cases-bad", "backtest %good", "backtest !", "backtest %syntax",
	"prices list --prices %overlay", "prices list --prices %overlay --format json", "prices list --region ! --prices %overlay", "prices list !", "prices list --prices !",
	"prices show apigateway.rest --prices %overlay", "prices show apigateway.rest --prices %overlay --format json", "prices show !", "prices show ec2.c5.xlarge --prices %overlay",
	"prices quote apigateway.rest 15e9 --prices %overlay", "prices quote apigateway.rest 15e9 --prices %overlay --format json", "prices quote ! 5", "prices quote apigateway.rest !",
	"prices quote apigateway.rest 5 --region !", "prices verify --prices %overlay", "prices verify --all --prices %overlay", "prices verify --prices %overlay --format json", "prices verify !",
	"prices update %offers", "prices update %offers-bad", "prices update %good", "prices update !", "prices update http://!", "prices update %offers --region !", "prices !",
	"completion !", "completion bash", "__complete prices show --prices %overlay ''", "__complete eval !",
}

// Whatever a text comes from, no command sends what a terminal acts on, neither
// on standard output nor on standard error, nor writes it to a file.
func TestNoOutputActsOnATerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	paths := map[string]string{}
	for name, text := range hostileFiles {
		paths[name] = filepath.Join(dir, name+hostileName+".yaml")
		if err := os.WriteFile(paths[name], []byte(text), 0o600); err != nil {
			t.Skip("this disk has no such names: ", err)
		}
	}
	for _, line := range hostileCommands {
		args := strings.Fields(line)
		for i, arg := range args {
			arg = strings.ReplaceAll(arg, "!", hostileName)
			if name, ok := strings.CutPrefix(arg, "%"); ok {
				if arg, ok = paths[name]; !ok {
					t.Fatalf("%s: no such file", line)
				}
			}
			args[i] = arg
		}
		o := execute("1\n\x1b[2J\n", args...)
		for stream, text := range map[string]string{"output": o.out, "error": o.errors} {
			if at := acting.FindStringIndex(text); at != nil || !utf8.ValidString(text) {
				if at == nil {
					at = []int{0, 0}
				}
				t.Errorf("runwhere %s: standard %s has %q", line, stream, text[max(0, at[0]-40):min(len(text), at[1]+40)])
			}
		}
		if o.errors != "" && strings.Count(o.errors, "\n") != 1 {
			t.Errorf("runwhere %s: standard error is %q", line, o.errors)
		}
	}
	for _, format := range []string{"text", "md", "csv", "json"} {
		output := filepath.Join(dir, "out."+format)
		must(t, "", "eval", paths["good"], "--prices", paths["overlay"], "--format", format, "-o", output)
		data, err := os.ReadFile(output)
		if err != nil || acting.Match(data) {
			t.Errorf("%s: %q, %v", format, acting.Find(data), err)
		}
	}
}

// JSON keeps the data as they are, in its own escapes.
func TestJSONKeepsHostileData(t *testing.T) {
	t.Parallel()
	overlay := file(t, "overlay.yaml", hostileFiles["overlay"])
	text := must(t, "", "prices", "show", "apigateway.rest", "--prices", overlay, "--format", "json")
	for _, shown := range decoded(t, text).([]any) {
		if at(t, shown, "region") != "us-east-1" {
			continue
		}
		want := "n \x1b]0;PWNED\a\x1b]52;c;cHduZWQ=\a\x1b[2J\x1b[?1049l\x1b[31;5mred\u009b31m\r\x7f\u202e\u2066\u2028"
		if got := at(t, shown, "note"); got != want {
			t.Errorf("the note is %q, want %q", got, want)
		}
		return
	}
	t.Error("no price of us-east-1")
}
