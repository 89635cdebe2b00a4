package offers

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
)

// Machines that the book does not have come with their size, worked out by hand
// from 2 vCPU and 16 GiB, 4 vCPU and 64 GiB on arm64, and 448 vCPU and 9,216 GiB:
//
//	r7iz.large   1000×2 − 60 − 10 mCPU; 16384 × 0.925 − 255 − 11×29 − 100 MiB
//	x2gd.xlarge  1000×4 − 60 − 10 − 10 mCPU; (65536 − 64) × 0.925 − 255 − 11×58 − 100 MiB
func TestNewMachines(t *testing.T) {
	t.Parallel()
	text := overlay(t, "", "aws-ec2-new-types.json")
	book := sound(t, text)
	for _, w := range []struct {
		name, region, arch                  string
		vcpu, mib, pods, milli, allocatable float64
		gpus                                int
		usd                                 float64
	}{
		{"r7iz.large", "us-east-1", "amd64", 2, 16384, 29, 1930, 14481, 0, 0.186},
		{"r7iz.large", "eu-west-1", "amd64", 2, 16384, 29, 1930, 14481, 0, 0.2046},
		{"x2gd.xlarge", "us-east-1", "arm64", 4, 65536, 58, 3920, 59568, 0, 0.334},
		{"g4ad.xlarge", "us-east-1", "amd64", 4, 16384, 58, 3920, 14162, 1, 0.37853},
		{"u-9tb1.112xlarge", "us-east-1", "amd64", 448, 9437184, 234, 446810, 8726466, 0, 81.9},
		{"c5.xlarge", "us-east-1", "amd64", 4, 8192, 58, 3920, 6584, 0, 0.17},
	} {
		x, err := book.Instance(w.name, w.region)
		if err != nil {
			t.Error(err)
			continue
		}
		got := []any{x.Arch, x.VCPU, x.MemoryMiB, x.GPU, x.MaxPods, x.AllocatableCPU * 1000, x.AllocatableMemory, x.Hour.Tiers[0].USD, x.Hour.Private}
		want := []any{w.arch, w.vcpu, w.mib, w.gpus, w.pods, w.milli, w.allocatable, w.usd, "overlay.yaml"}
		if fmt.Sprint(got...) != fmt.Sprint(want...) {
			t.Errorf("%s in %s: %v, want %v", w.name, w.region, got, want)
		}
	}
	if x, err := book.Instance("x2gd.xlarge", "eu-west-1"); err == nil {
		t.Errorf("a type has a price where the file has none: %+v", x.Hour)
	}
	if line := "7 rows: 6 are prices here, 1 are machines that the price book does not have and whose size is not stated\n"; !strings.Contains(text, line) {
		t.Errorf("no %q in\n%s", line, text)
	}
}

// The sizes are worked out as the book has them.
func TestSizesAgreeWithTheBook(t *testing.T) {
	t.Parallel()
	processor := map[string]string{"amd64": "Intel Xeon", "arm64": "AWS Graviton3 Processor"}
	for _, x := range list.Instances("us-east-1") {
		m, ok := machineOf(map[string]string{
			"vcpu": fmt.Sprint(x.VCPU), "memory": fmt.Sprintf("%v GiB", x.MemoryMiB/1024), "physicalProcessor": processor[x.Arch], "gpu": fmt.Sprint(x.GPU),
		})
		m.pods = int(x.MaxPods)
		left := m.reserved()
		if !ok || m.arch != x.Arch || float64(m.vcpu) != x.VCPU || m.mib != x.MemoryMiB || m.gpus != x.GPU {
			t.Errorf("%s is read as %+v, %v", x.Type, m, ok)
		}
		if cpu, memory := left[0]-1000*x.AllocatableCPU, left[1]-x.AllocatableMemory; cpu < -1 || cpu > 1 || memory < -1 || memory > 1 {
			t.Errorf("%s leaves %v, and in the book %v mCPU and %v MiB", x.Type, left, 1000*x.AllocatableCPU, x.AllocatableMemory)
		}
	}
}

// A size is never guessed: where a part of it is missing or of no use, the
// machine is left out and counted.
func TestMachinesOfNoSize(t *testing.T) {
	t.Parallel()
	sound := fixture(t, "aws-ec2-new-types.json")
	for _, c := range [][2]string{
		{`"448"`, `"NA"`},
		{`"448"`, `"0"`},
		{`"448"`, `"-2"`},
		{`"448"`, `"1e9"`},
		{`"9,216 GiB"`, `"9,216 GB"`},
		{`"9,216 GiB"`, `"0 GiB"`},
		{`"9,216 GiB"`, `"1e30 GiB"`},
		{`"9,216 GiB"`, `"2 GiB"`}, // Less than the kubelet keeps.
		{`"Intel Xeon Platinum 8176M"`, `""`},
		{`"gpu": "1"`, `"gpu": "one"`},
	} {
		u := New(list, "", today)
		changed := strings.Replace(sound, c[0], c[1], 1)
		if _, err := u.Read(Source{Name: "x", Label: "x"}, strings.NewReader(changed)); err != nil || changed == sound {
			t.Fatalf("%v: %v", c, err)
		}
		text, err := u.YAML()
		if err != nil || !strings.Contains(string(text), " 5 are prices here, 2 are machines") {
			t.Errorf("%v: %v in\n%s", c, err, text)
		}
		if got, want := fmt.Sprint(u.LeftOut()), "[x: left out: machines that the price book does not have and whose size is not stated (2)]"; got != want {
			t.Errorf("%v: says %s, want %s", c, got, want)
		}
	}
}

// Azure states no sizes, so that only machines of the book are kept.
func TestMachinesOfAzure(t *testing.T) {
	t.Parallel()
	u := New(list, "", today)
	if _, err := u.Read(Source{Name: "x", Label: "x"}, strings.NewReader(fixture(t, "azure-machines.json"))); err != nil {
		t.Fatal(err)
	}
	text, err := u.YAML()
	if err != nil {
		t.Fatal(err)
	}
	if ids := private(sound(t, string(text))); len(ids) != 1 || ids[0] != "vm.Standard_D4s_v5" || len(u.LeftOut()) != 1 {
		t.Errorf("%v, left out %v", ids, u.LeftOut())
	}
	refused(t, "x: no known price among 2 rows, of which 2 are machines that the price book does not have and whose size is not stated; expected",
		strings.ReplaceAll(fixture(t, "azure-machines.json"), "D4s", "D48s"))
	// A price for all regions would never be looked up.
	everywhere := strings.ReplaceAll(fixture(t, "azure-page-2.json"), `"armRegionName": "eastus"`, `"armRegionName": ""`)
	u = New(list, "", today)
	for i, page := range []string{fixture(t, "azure-page-1.json"), everywhere} {
		if _, err := u.Read(Source{Name: "x", Label: "x", Page: i + 1}, strings.NewReader(page)); err != nil {
			t.Fatal(err)
		}
	}
	if text, err = u.YAML(); err != nil || !strings.Contains(string(text), " 1 are for all regions where the price book has a price by region\n") {
		t.Errorf("%v in\n%s", err, text)
	}
	sound(t, string(text))
}

// Every row of the table of Azure is in the unit of the book.
func TestTableOfAzureAgreesWithTheBook(t *testing.T) {
	t.Parallel()
	for _, rule := range azureRules {
		if text := list.Unfit(rule.id, azure, rule.unit.ours, "westeurope"); text != "" {
			t.Errorf("%s %s", rule.id, text)
		}
	}
}

var literal = regexp.MustCompile(`"[^"]*"|\b[0-9][0-9.]*\b`)

// oddities are texts that are where a price list has others.
var oddities = []string{
	`""`, `"global"`, `"every"`, `"null"`, `"-"`, `"m5.large"`, `"Standard_D4s_v5"`, `"Standard_E4s_v5"`, `"c5n.large"`, `"0"`, `"1e-40"`, `"1e60"`, `"999999999999"`,
	`"2026-11-23"`, `"2030-01-01T00:00:00Z"`, `"0001-01-01T00:00:00Z"`, `"EU-BoxUsage:m5.large"`, `"64 GiB"`, `"0.001 GiB"`, `"~"`, `"\u001b[2J"`, `"\u202e"`, "0", "1e-30", "1e40", "true", "null", "{}", "[]",
}

// What update writes is always read by --prices: over the price lists of the
// tests, with texts and figures of them exchanged, and with odd ones put in.
func TestWhatIsWrittenIsReadable(t *testing.T) {
	t.Parallel()
	names := []string{
		"aws-lambda-us-east-1.json", "aws-apigateway-eu-west-1.json", "aws-ec2-eu-west-1.json", "aws-ec2-new-types.json",
		"aws-states-us-east-1.json", "azure-page-1.json", "azure-page-2.json", "azure-machines.json",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := fixture(t, rapid.SampledFrom(names).Draw(t, "file"))
		for range rapid.IntRange(1, 4).Draw(t, "changes") {
			words := literal.FindAllStringIndex(text, -1)
			at := rapid.SampledFrom(words).Draw(t, "at")
			from := rapid.SampledFrom(words).Draw(t, "from")
			with := text[from[0]:from[1]]
			if rapid.Bool().Draw(t, "odd") {
				with = rapid.SampledFrom(oddities).Draw(t, "with")
			}
			if rapid.Bool().Draw(t, "everywhere") {
				text = strings.ReplaceAll(text, text[at[0]:at[1]], with)
			} else {
				text = text[:at[0]] + with + text[at[1]:]
			}
		}
		u := New(list, "", today)
		_, err := u.Read(Source{Name: "x", Label: "x"}, strings.NewReader(text))
		var data []byte
		if err == nil {
			data, err = u.YAML()
		}
		var known *Error
		if err != nil {
			if !errors.As(err, &known) {
				t.Fatalf("an error of another kind: %v", err)
			}
			return
		}
		if _, err := list.Overlay("overlay.yaml", data); err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
	})
}

var _ Book = (*pricebook.Book)(nil)
