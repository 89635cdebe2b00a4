package pricebook

import (
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the tables anew from the price files")

// fromFiles reads the price files as people edit them.
func fromFiles(t testing.TB) *parsed {
	t.Helper()
	names, err := filepath.Glob("prices/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	var lists []*parsed
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		book, err := Parse(name, data)
		if err != nil {
			t.Fatal(err)
		}
		lists = append(lists, book.list.(*parsed))
	}
	return joined(lists...)
}

// TestTablesAreFresh: what the program is built with says what the files say.
// With -update it writes the tables.
func TestTablesAreFresh(t *testing.T) {
	t.Parallel()
	for name, want := range tablesOf(t, fromFiles(t)) {
		path := filepath.Join("tables", name+".tsv")
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != want {
			t.Errorf("%s is not what the price files say; run: go generate ./costs/pricebook (%v)", path, err)
		}
	}
}

// tablesOf writes a list as tables, by the names of their files.
func tablesOf(t testing.TB, l *parsed) map[string]string {
	t.Helper()
	terms := map[string]string{}
	var prices []string
	for _, p := range l.prices {
		text := termsOf(p)
		key := keyOf(text)
		if other, known := terms[key]; known && other != text {
			t.Fatalf("%q and %q have the same key; make keys longer", other, text)
		}
		terms[key] = text
		if p.Derived != "" || p.Private != "" {
			t.Fatalf("%s in %s is no price of a list", p.ID, p.Region)
		}
		fields := []string{p.ID, p.Region, key}
		for _, tier := range p.Tiers {
			word := decimal(tier.USD)
			if tier.From != 0 {
				word = decimal(tier.From) + ":" + word
			}
			fields = append(fields, word)
		}
		prices = append(prices, line(t, fields...))
	}
	var termLines []string
	for _, key := range slices.Sorted(maps.Keys(terms)) {
		termLines = append(termLines, line(t, append([]string{key}, strings.Split(terms[key], "\t")...)...))
	}
	return map[string]string{
		"prices": strings.Join(prices, ""), "terms": strings.Join(termLines, ""), "types": typesOf(t, l),
		"regions": regionsOf(t, l), "providers": providersOf(t, l),
	}
}

// line is a row; no field of it can have the signs that keep rows and fields apart.
func line(t testing.TB, fields ...string) string {
	t.Helper()
	for _, f := range fields {
		if strings.ContainsFunc(f, func(r rune) bool { return r < ' ' }) {
			t.Fatalf("%q has a sign that a table cannot have", f)
		}
	}
	return strings.Join(fields, "\t") + "\n"
}

func termsOf(p *Price) string {
	return strings.Join([]string{
		p.Provider, p.Unit, p.Use, decimal(p.Free), decimal(p.Lot), p.AsOf, p.ValidFrom, p.ValidTo, p.Source, p.Note,
	}, "\t")
}

// keyOf names terms by what they say, so that terms which are added or changed
// leave the other rows alone.
func keyOf(text string) string {
	h := fnv.New32a()
	h.Write([]byte(text))
	return fmt.Sprintf("%07s", strconv.FormatUint(uint64(h.Sum32()), 36))
}

// decimal writes a figure so that it is read again as the same one.
func decimal(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func typesOf(t testing.TB, l *parsed) string {
	t.Helper()
	var b strings.Builder
	for _, name := range l.types() {
		all := l.machines(name)
		x := all[0]
		for _, other := range all {
			same := *other
			same.Hour = x.Hour
			if same != *x || other.Hour.ID != x.Hour.ID || len(l.find(x.Hour.ID, other.Hour.Region)) != 1 ||
				other.Hour.ValidFrom != "" || other.Hour.ValidTo != "" {
				t.Fatalf("%s is not the same machine in %s and %s, at one price for all days", name, x.Hour.Region, other.Hour.Region)
			}
		}
		if len(all) != len(l.of(x.Hour.ID)) {
			t.Fatalf("%s has a price in a region where there is no such machine", x.Hour.ID)
		}
		b.WriteString(line(t, name, x.Provider, x.Hour.ID, x.Arch, decimal(x.VCPU), decimal(x.MemoryMiB), strconv.Itoa(x.GPU), decimal(x.MaxPods),
			decimal(x.AllocatableCPU), decimal(x.AllocatableMemory), x.AsOf, x.Source))
	}
	return b.String()
}

func regionsOf(t testing.TB, l *parsed) string {
	t.Helper()
	var b strings.Builder
	for _, region := range l.regions("") {
		for _, provider := range providers(l) {
			if !slices.Contains(l.regions(provider), region) {
				continue
			}
			var unbeaten, others []string
			in := l.in(region)
			for i, x := range in {
				switch {
				case in[0].Provider != x.Provider:
					t.Fatalf("%s has machines of two providers", region)
				case x.Provider != provider:
				case slices.ContainsFunc(in[:i], func(y *Instance) bool { return beats(l, y, x) }):
					others = append(others, x.Type)
				default:
					unbeaten = append(unbeaten, x.Type)
				}
			}
			b.WriteString(line(t, region, provider, strings.Join(unbeaten, " "), strings.Join(others, " ")))
		}
	}
	return b.String()
}

func providers(l *parsed) []string {
	var all []string
	for _, p := range l.prices {
		all = append(all, p.Provider)
	}
	return distinct(all)
}

// beats reports whether auto, for which y comes before x, never chooses x as long
// as y is there: y does not cost more, has as much of everything, is of the same
// kind in all that auto tells apart, and can be bought on all days in every way in
// which x can be bought on any.
func beats(l *parsed, y, x *Instance) bool {
	common := func(x *Instance) bool { return x.VCPU >= autoLeastVCPU && x.VCPU <= AutoMostVCPU }
	for _, p := range []NodePurchase{{Spot: true}, {Savings: "1y"}, {Savings: "3y"}} {
		ever := !slices.ContainsFunc(p.ids(x), func(id string) bool { return !sold(l, id, x.Hour.Region, false) })
		always := !slices.ContainsFunc(p.ids(y), func(id string) bool { return !sold(l, id, y.Hour.Region, true) })
		if ever && !always {
			return false
		}
	}
	return y.Arch == x.Arch && y.Lasting() == x.Lasting() && common(y) == common(x) && (y.GPU > 0) == (x.GPU > 0) &&
		y.Hour.Tiers[0].USD <= x.Hour.Tiers[0].USD && y.GPU >= x.GPU && y.MemoryMiB >= x.MemoryMiB &&
		y.AllocatableCPU >= x.AllocatableCPU && y.AllocatableMemory >= x.AllocatableMemory && y.MaxPods >= x.MaxPods
}

// sold reports whether a price is known, on all days or on any.
func sold(l *parsed, id, region string, always bool) bool {
	return slices.ContainsFunc(slices.Concat(l.find(id, region), l.find(id, Global)), func(p *Price) bool {
		return !always || p.ValidFrom == "" && p.ValidTo == ""
	})
}

func providersOf(t testing.TB, l *parsed) string {
	t.Helper()
	var b strings.Builder
	for _, provider := range providers(l) {
		var s summary
		for _, p := range l.prices {
			if p.Provider == provider {
				s.add(p.AsOf)
			}
		}
		b.WriteString(line(t, provider, l.collected, strconv.Itoa(s.prices), s.oldest, s.newest))
	}
	return b.String()
}
