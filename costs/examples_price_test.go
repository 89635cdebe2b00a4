package costs

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
)

// figures are our lines for an example, in USD, and the tiers of each.
type figures struct {
	lines map[string]float64
	tiers map[string][]pricebook.TierCharge
}

// compute works an example out by its platform and its quotes.
func (e *example) compute(t *testing.T) figures {
	t.Helper()
	f := figures{map[string]float64{}, map[string][]pricebook.TierCharge{}}
	maps.Copy(f.lines, e.Given)
	book := e.book(t)
	if e.Platform != "" {
		e.bill(t, book, &f)
	}
	for _, q := range e.Quotes {
		price, err := book.Price(q.Price, e.region())
		if err != nil {
			t.Fatal(err)
		}
		free := e.FreeTier
		if q.FreeTier != nil {
			free = *q.FreeTier
		}
		usd := price.USD(e.number(t, q.Quantity), free)
		if q.Of != "" {
			share, err := book.Price(q.Of, e.region())
			if err != nil {
				t.Fatal(err)
			}
			usd *= share.Tiers[0].USD
		}
		f.lines[q.Line] += usd
	}
	return f
}

func (e *example) region() string { return cmp.Or(e.Region, pricebook.Global) }

// book returns the price book as the example reads it: on its day, and under the
// prices that the page was computed with.
func (e *example) book(t *testing.T) *pricebook.Book {
	t.Helper()
	book := embedded(t)
	if e.Day != "" {
		other, err := book.On(e.Day)
		if err != nil {
			t.Fatal(err)
		}
		book = other
	}
	var prices strings.Builder
	for _, id := range slices.Sorted(maps.Keys(e.Old)) {
		e.private(t, book, &prices, id, e.Old[id], true)
	}
	for _, id := range e.UsedUp {
		e.private(t, book, &prices, id, "", false)
	}
	if prices.Len() == 0 {
		return book
	}
	text := fmt.Sprintf("provider: %s\ncollected: %s\nsources: {page: %q}\nprices:\n%s", e.provider, book.Version(), e.Source, prices.String())
	laid, err := book.Overlay("example.yaml", []byte(text))
	if err != nil {
		t.Fatalf("%s: %v\n%s", e.ID, err, text)
	}
	return laid
}

// private writes a list price as one of a private price file: with the prices
// of other tiers, "" for its own, or without its free amount.
func (e *example) private(t *testing.T, book *pricebook.Book, file *strings.Builder, id, tiers string, free bool) {
	t.Helper()
	list, err := book.Price(id, e.region())
	if err != nil {
		t.Fatal(err)
	}
	var from, usd []string
	for _, tier := range list.Tiers {
		from, usd = append(from, fmt.Sprint(tier.From)), append(usd, fmt.Sprint(tier.USD))
	}
	if tiers != "" {
		usd = strings.Fields(tiers)
	}
	fmt.Fprintf(file, "  - {id: %s, unit: %s, from: %s, usd: {%s: %s}, source: page, as_of: %s", id, list.Unit,
		strings.Join(from[:len(usd)], " "), list.Region, strings.Join(usd, " "), e.AsOf)
	if free && list.Free > 0 {
		fmt.Fprintf(file, ", free: %v", list.Free)
	}
	file.WriteString("}\n")
}

// bill adds the lines of the platform. An example of another length than a month
// is asked for as a month of the same load, see README.md.
func (e *example) bill(t *testing.T, book *pricebook.Book, f *figures) {
	t.Helper()
	w, months := e.workload(t), 1.0
	if e.Hours != "" {
		months = e.number(t, e.Hours) / HoursPerMonth
		book = book.Stretched(1 / months)
		for i := range w.Components {
			w.Components[i].Requests /= months
		}
	}
	p, err := Build(e.Platform, book, e.settings(t), w)
	if err != nil {
		t.Fatal(err)
	}
	if !p.Billed() {
		t.Fatalf("%s has no bill: %+v %+v", p.ID, p.Refusals, p.Unbilled)
	}
	q := w.Requests()
	for i, line := range p.Bill(q).Lines {
		if months != 1 && strings.HasSuffix(line.Unit, "month") {
			t.Errorf("%s is billed by the month, and the example has another length", line.Meter)
		}
		f.lines[line.Meter] += line.USD * months
		for _, c := range p.Meters[i].Price.Charges(line.Quantity, p.Meters[i].Free) {
			f.tiers[line.Meter] = append(f.tiers[line.Meter], pricebook.TierCharge{Quantity: c.Quantity * months, UnitPrice: c.UnitPrice, USD: c.USD * months})
		}
	}
}

// settings are the plainest ones, with what the example says over them.
func (e *example) settings(t *testing.T) *Settings {
	t.Helper()
	s := &Settings{
		Cloud: e.provider, Region: e.Region,
		Kubernetes: KubernetesSettings{
			Kind: "eks", TargetUtilization: 0.6, Packing: DefaultPacking, MinNodes: 1, LoadBalancer: "none", Logs: "none", Tier: "standard", FreeTier: e.FreeTier,
		},
		Endpoints:  EndpointsNone,
		Serverless: ServerlessSettings{ServiceSettings: ServiceSettings{Architecture: "x86", Logs: "none", Billing: "request", FreeTier: e.FreeTier}, FrontDoor: "none"},
	}
	e.fill(t, reflect.ValueOf(&s.Kubernetes).Elem(), &e.Kubernetes)
	e.fill(t, reflect.ValueOf(&s.Serverless).Elem(), &e.Serverless)
	s.Containers = ContainersSettings{ServiceSettings: s.Serverless.ServiceSettings, TargetUtilization: 0.6, LoadBalancer: "none"}
	return s
}

// total adds up the lines that the page has too.
func (f *figures) total(leftOut []string) float64 {
	sum := 0.0
	for line, usd := range f.lines {
		if !slices.Contains(leftOut, line) {
			sum += usd
		}
	}
	return sum
}

// agrees reports whether a published figure is ours: to half of the step that it
// is printed to, or to a thousandth of a cent off by what is stated.
func agrees(published, ours, step, off float64) bool {
	if off != 0 {
		return math.Abs(published-ours-off) < 0.0005
	}
	return math.Abs(published-ours) <= step/2+1e-9
}
