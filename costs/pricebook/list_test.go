package pricebook

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTablesSayWhatTheFilesSay: asked for anything, the tables answer as the
// files do that were read as a whole.
func TestTablesSayWhatTheFilesSay(t *testing.T) {
	t.Parallel()
	files := fromFiles(t)
	b := embedded(t)
	if b.Version() != files.collected {
		t.Errorf("collected on %s, want %s", b.Version(), files.collected)
	}
	sameList(t, b.list, files)
	for _, day := range []string{"2000-01-01", "2026-11-30", "2026-12-01", "2099-12-31"} {
		ours, err := b.On(day)
		theirs, _ := newBook(files, files.collected).On(day)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range files.ids() {
			for _, region := range []string{"us-east-1", "westeurope", "us-central1", Global, "nowhere", ""} {
				sameAnswer(t, ours, theirs, id, region)
			}
		}
	}
}

// sameAnswer compares what two books say of a price.
func sameAnswer(t testing.TB, ours, theirs *Book, id, region string) {
	t.Helper()
	got, err := ours.Price(id, region)
	want, wrong := theirs.Price(id, region)
	if !reflect.DeepEqual(got, want) || (err == nil) != (wrong == nil) || err != nil && err.Error() != wrong.Error() {
		t.Fatalf("%s in %q on %s:\ngot  %+v, %v\nwant %+v, %v", id, region, ours.on, got, err, want, wrong)
	}
}

// sameList compares everything that two lists can be asked for.
func sameList(t testing.TB, got, want list) {
	t.Helper()
	same := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s:\ngot  %+v\nwant %+v", what, got, want)
		}
	}
	same("ids", got.ids(), want.ids())
	same("types", got.types(), want.types())
	same("summary", got.summary(), want.summary())
	same("walked", walked(got), walked(want))
	regions := append(want.regions(""), "nowhere", "")
	for _, provider := range []string{"", AWS, GCP, Azure, "cloudflare", "fastly", "nobody"} {
		same("regions of "+provider, got.regions(provider), want.regions(provider))
	}
	for _, id := range append(want.ids(), "nothing", "", "lambda", "ec2.c5.xlarge.more") {
		same(id, got.of(id), emptyAsNil(want.of(id)))
		for _, region := range regions {
			same(id+" in "+region, got.find(id, region), emptyAsNil(want.find(id, region)))
		}
	}
	for _, name := range append(want.types(), "mainframe", "") {
		same(name, got.machines(name), emptyAsNil(want.machines(name)))
		for _, region := range regions {
			x := got.machine(name, region)
			same(name+" in "+region, x, want.machine(name, region))
			if x != nil && !slices.Contains(got.find(x.Hour.ID, region), x.Hour) {
				t.Fatalf("the hour of %s in %s is another price than the list's", name, region)
			}
		}
	}
	for _, region := range regions {
		same("machines in "+region, got.in(region), emptyAsNil(want.in(region)))
	}
}

// emptyAsNil is nil for an empty slice: nobody tells the two apart.
func emptyAsNil[T any](all []T) []T {
	if len(all) == 0 {
		return nil
	}
	return all
}

func walked(l list) []listed {
	var all []listed
	l.walk(func(p listed) { all = append(all, p) })
	slices.SortStableFunc(all, func(a, b listed) int {
		return strings.Compare(a.id+"\t"+a.region+"\t"+a.asOf, b.id+"\t"+b.region+"\t"+b.asOf)
	})
	return all
}

// slowlyLaid lays a file over a list by going through the whole of it, price by
// price and machine by machine.
func slowlyLaid(below *parsed, over *laid) *parsed {
	replaced := map[regional]bool{}
	for _, p := range over.own.prices {
		replaced[regional{p.ID, p.Region}] = true
	}
	all := &parsed{collected: below.collected, prices: slices.Clone(over.own.prices), instances: slices.Clone(over.own.instances)}
	for _, p := range below.prices {
		if replaced[regional{p.ID, p.Region}] {
			continue
		}
		if d := over.discountOf(p.listed()); d != nil {
			p = d.take(p, over.file)
		}
		all.prices = append(all.prices, p)
	}
	for _, x := range below.instances {
		if !slices.ContainsFunc(over.own.instances, func(y *Instance) bool { return y.Type == x.Type && y.Hour.Region == x.Hour.Region }) {
			all.instances = append(all.instances, x)
		}
	}
	all = joined(all)
	known, sizes := map[regional]bool{}, map[string]*Instance{}
	for i, x := range all.instances {
		known[regional{x.Hour.ID, x.Hour.Region}], sizes[x.Hour.ID] = true, x
		priced := *x
		priced.Hour = onDay(all.find(x.Hour.ID, x.Hour.Region), over.day)
		all.instances[i] = &priced
	}
	all.instances = slices.DeleteFunc(all.instances, func(x *Instance) bool { return x.Hour == nil })
	for _, p := range all.prices {
		if x := sizes[p.ID]; x != nil && !known[regional{p.ID, p.Region}] && p.holds(over.day) {
			known[regional{p.ID, p.Region}] = true
			priced := *x
			priced.Hour = p
			all.instances = append(all.instances, &priced)
		}
	}
	return joined(all)
}

// TestLaidIsAsLaidSlowly: what is looked up through overlays is what somebody
// finds who writes the whole list anew for each of them.
func TestLaidIsAsLaidSlowly(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	slow := fromFiles(t)
	ids := slices.DeleteFunc(b.IDs(), func(id string) bool { return b.PricesOf(id)[0].Provider != AWS || b.PricesOf(id)[0].Region == Global })
	rapid.Check(t, func(t *rapid.T) {
		laidBook, slow := b, slow
		for range rapid.IntRange(1, 2).Draw(t, "files") {
			text := drawOverlay(t, laidBook, ids)
			next, err := laidBook.Overlay("dir/own.yaml", []byte(text))
			if err != nil {
				t.Skip(err, text)
			}
			slow = slowlyLaid(slow, next.list.(*laid))
			laidBook = next
		}
		l := laidBook.list
		if !slices.Equal(l.types(), slow.types()) || l.summary() != slow.summary() || !slices.Equal(l.ids(), slow.ids()) || !slices.Equal(l.regions(AWS), slow.regions(AWS)) {
			t.Fatalf("%+v, want %+v", l.summary(), slow.summary())
		}
		region := rapid.SampledFrom([]string{"us-east-1", "eu-west-1", "mars-1", "global"}).Draw(t, "asked")
		for _, id := range ids {
			if got, want := l.find(id, region), slow.find(id, region); !reflect.DeepEqual(emptyAsNil(got), emptyAsNil(want)) {
				t.Fatalf("%s in %s: %+v, want %+v", id, region, got, want)
			}
		}
		name := rapid.SampledFrom([]string{"m5.large", "c5.xlarge", "q9.large", "t3.medium"}).Draw(t, "type")
		if got, want := l.machines(name), slow.machines(name); !reflect.DeepEqual(emptyAsNil(got), emptyAsNil(want)) {
			t.Fatalf("%s: %+v, want %+v", name, got, want)
		}
		if got, want := l.in(region), slow.in(region); !reflect.DeepEqual(emptyAsNil(got), emptyAsNil(want)) {
			t.Fatalf("in %s: %+v, want %+v", region, got, want)
		}
	})
}

// drawOverlay writes a file with discounts, prices of the list in known and new
// regions, some from a day on, and machines, of which one can be new.
func drawOverlay(t *rapid.T, b *Book, ids []string) string {
	var text strings.Builder
	text.WriteString("provider: aws\ncollected: 2026-11-20\nsources: {s: agreement}\n")
	regions := []string{"us-east-1", "eu-west-1", "mars-1"}
	origin := ", source: s, as_of: " + rapid.SampledFrom([]string{"2016", "2026-11"}).Draw(t, "as of")
	text.WriteString("discounts:\n")
	for _, match := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"*", "ec2.*", "ec2.m5*", "lambda.requests", "ec2.c5.xlarge"}), 1, 3, rapid.ID[string]).Draw(t, "discounts") {
		text.WriteString("  - {match: '" + match + "', percent: " + rapid.SampledFrom([]string{"0", "9", "50"}).Draw(t, "percent") + origin + "}\n")
	}
	text.WriteString("prices:\n")
	some := append([]string{"ec2.m5.large", "ec2.c5.xlarge", "ec2.t3.medium"}, ids...)
	for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom(some), 1, 4, rapid.ID[string]).Draw(t, "ids") {
		text.WriteString("  - {id: " + id + ", usd: {" + rapid.SampledFrom(regions).Draw(t, "region") + ": 0.5}" + origin)
		text.WriteString(rapid.SampledFrom([]string{"", ", valid_from: 2026-01-01", ", valid_from: 2027-01-01", ", valid_to: 2025-01-01"}).Draw(t, "days"))
		text.WriteString("}\n")
	}
	if rapid.Bool().Draw(t, "machines") {
		name := rapid.SampledFrom([]string{"m5.large", "q9.large"}).Draw(t, "machine")
		text.WriteString("instances:\n  sizes: {source: s, as_of: 2026}\n  regions: eu-west-1 mars-1\n  source: s s\n  as_of: 2026 2026\n  new_types:\n    " +
			name + ": arm64 2 8192 0 29 1930 6903 | - 0.07\n")
	}
	return text.String()
}

// TestCutTables: tables that end anywhere are asked without a panic, and no price
// of theirs is without a figure.
func TestCutTables(t *testing.T) {
	t.Parallel()
	whole := []string{priceTable, termTable, typeTable, regionTable, providerTable}
	rapid.Check(t, func(t *rapid.T) {
		var cut [5]table
		for i, text := range whole {
			cut[i] = table(text[:len(text)-rapid.IntRange(0, len(text)).Draw(t, "cut off")])
		}
		b := newBook(&tables{prices: cut[0], terms: cut[1], typed: cut[2], byRegion: cut[3], providers: cut[4]}, "2026-11-23")
		b.AsOf()
		b.Regions()
		b.Ages("2026-11-23")
		b.MachineRegions(AWS)
		for _, p := range b.Prices() {
			if len(p.Tiers) == 0 {
				t.Fatalf("%s in %s has no figure", p.ID, p.Region)
			}
		}
		for _, region := range []string{"us-east-1", "westeurope", "nowhere"} {
			_, err := b.Price("lambda.requests", region)
			_, other := b.Instance("m5.large", region)
			if err != nil && err.Error() == "" || other != nil && other.Error() == "" {
				t.Fatal("an error that says nothing")
			}
			b.Instances(region)
			b.NodeOptions(region, NodePurchase{Arch: "amd64", Spot: true})
		}
	})
}
