package offers

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
)

// awsFile is an offer file while it is read. The publisher writes the head
// first, then the products, then their prices; what is wanted is chosen from
// the products, so that of the prices only those are ever decoded.
type awsFile struct {
	code, version, published string
	rules                    []awsRule
	wanted                   map[string]awsWanted // by SKU
	terms                    bool                 // whether prices were read
}

// awsWanted is a product that is one of our prices.
type awsWanted struct {
	rule       *awsRule
	id, region string
	size       *machine // of an instance type that the book does not have
}

func (f *awsFile) readCode(r *reading) error {
	if err := r.s.value("offerCode", &f.code); err != nil {
		return err
	}
	var codes []string
	for _, rule := range awsRules {
		if rule.offer == f.code {
			f.rules = append(f.rules, rule)
		}
		if n := len(codes); n == 0 || codes[n-1] != rule.offer {
			codes = append(codes, rule.offer)
		}
	}
	if f.rules == nil {
		return fail(r.s.file, "offerCode", "%q has no price of ours; known are %s", clip(f.code), strings.Join(codes, ", "))
	}
	return nil
}

// awsProduct is a product of an offer file.
type awsProduct struct {
	ProductFamily string            `json:"productFamily"`
	Attributes    map[string]string `json:"attributes"`
}

func (f *awsFile) readProducts(r *reading) error {
	if f.code == "" || f.wanted != nil {
		return fail(r.s.file, "products", "out of place; an offer file has offerCode, then products once, then terms")
	}
	f.wanted = map[string]awsWanted{}
	return r.s.object("products", func(sku string) error {
		var p awsProduct
		if err := r.s.value("products."+sku, &p); err != nil {
			return err
		}
		r.file.rows++
		for i := range f.rules {
			id, region, ok := f.rules[i].match(&p)
			switch {
			case !ok:
				continue
			case !r.u.wants(region):
				r.file.elsewhere++
			default:
				f.want(r, sku, &p, awsWanted{rule: &f.rules[i], id: id, region: region})
			}
			break
		}
		return nil
	})
}

// want chooses a product. A machine that the book does not have is wanted with
// its size only, for nothing can run on a machine whose size is not known.
func (f *awsFile) want(r *reading, sku string, p *awsProduct, w awsWanted) {
	if w.rule.machines() && r.u.book.Unfit(w.id, aws, w.rule.unit.ours, w.region) != "" {
		size, ok := machineOf(p.Attributes)
		if !ok {
			r.file.unsized++
			return
		}
		w.size = &size
	}
	f.wanted[sku] = w
}

// awsTerm is one way to buy a product.
type awsTerm struct {
	EffectiveDate   string                  `json:"effectiveDate"`
	PriceDimensions map[string]awsDimension `json:"priceDimensions"`
}

// awsDimension is one tier of a price.
type awsDimension struct {
	BeginRange   string            `json:"beginRange"`
	EndRange     string            `json:"endRange"`
	Unit         string            `json:"unit"`
	PricePerUnit map[string]string `json:"pricePerUnit"`
}

func (f *awsFile) readTerms(r *reading) error {
	if f.wanted == nil || f.terms {
		return fail(r.s.file, "terms", "out of place; an offer file has offerCode, then products, then terms once")
	}
	f.terms = true
	return r.s.object("terms.OnDemand", func(sku string) error {
		w, ok := f.wanted[sku]
		if !ok {
			return r.s.pass(sku)
		}
		var terms map[string]awsTerm
		if err := r.s.value(sku, &terms); err != nil {
			return err
		}
		return f.readPrice(r, sku, w, terms)
	})
}

// finish checks what the whole file must have, when it is read.
func (f *awsFile) finish(r *reading) error {
	switch {
	case !f.terms:
		return fail(r.s.file, "terms", "no OnDemand prices; expected a whole offer file")
	case !isWord(f.version):
		return fail(r.s.file, "version", "%q; expected a version such as 20260911173510", clip(f.version))
	case dayOf(f.published) == "":
		return fail(r.s.file, "publicationDate", "%q; expected a time such as 2026-09-11T17:35:10Z", clip(f.published))
	case dayOf(f.published) > r.u.today:
		return fail(r.s.file, "publicationDate", "%s is after today, %s", dayOf(f.published), r.u.today)
	}
	r.file.title = fmt.Sprintf("%s %s, published %s", f.code, f.version, dayOf(f.published))
	r.file.unpriced = len(f.wanted) - r.file.kept - r.file.unfit
	for _, p := range r.u.prices {
		if p.file == r.s.file && p.source == "" {
			p.key = strings.ToLower(f.code) + "-" + p.region
			p.source = fmt.Sprintf("AWS price list %s, %s %s", p.region, f.code, f.version)
			p.asOf = dayOf(f.published)
		}
	}
	return nil
}

// readPrice turns the price of one product into ours.
func (f *awsFile) readPrice(r *reading, sku string, w awsWanted, terms map[string]awsTerm) error {
	var term awsTerm
	for _, code := range slices.Sorted(maps.Keys(terms)) { // The latest that is in force; there is one as a rule.
		t := terms[code]
		if dayOf(t.EffectiveDate) <= r.u.today && t.EffectiveDate >= term.EffectiveDate {
			term = t
		}
	}
	if len(term.PriceDimensions) == 0 {
		return nil
	}
	var bands []band
	var size *big.Rat
	for _, d := range term.PriceDimensions {
		s, ok := w.rule.unit.sizeOf(d.Unit)
		if !ok || size != nil && size.Cmp(s) != 0 {
			return fail(r.s.file, sku, "unit %q of %s; allowed are %s", clip(d.Unit), w.id, w.rule.unit.names())
		}
		b, err := d.band(r.s.file, sku)
		if err != nil {
			return err
		}
		size, bands = s, append(bands, b)
	}
	free, tiers, wrong := tiersOf(bands, size)
	if wrong != "" {
		return fail(r.s.file, sku, "%s: %s", w.id, wrong)
	}
	if free == 0 {
		free = w.rule.free
	}
	if w.size != nil && (len(tiers) > 1 || free > 0) {
		return fail(r.s.file, sku, "%s has tiers; expected one price an hour", w.id)
	}
	return r.u.add(&price{
		id: w.id, unit: w.rule.unit.ours, region: w.region, free: free, tiers: tiers, sku: "SKU " + sku, file: r.s.file, size: w.size,
	}, r.file, 1)
}

// band reads one tier.
func (d awsDimension) band(file, sku string) (band, error) {
	text, ok := d.PricePerUnit["USD"]
	if !ok {
		for code := range d.PricePerUnit {
			return band{}, fail(file, sku, "pricePerUnit is in %s; allowed is USD", clip(code))
		}
		return band{}, fail(file, sku, "pricePerUnit is missing; expected an amount in USD")
	}
	var b band
	if b.usd, ok = amount(text); !ok {
		return band{}, fail(file, sku, "pricePerUnit %q; expected an amount such as 0.0000002000", clip(text))
	}
	if b.from, ok = amount(d.BeginRange); !ok {
		return band{}, fail(file, sku, "beginRange %q; expected a quantity", clip(d.BeginRange))
	}
	if d.EndRange == "Inf" {
		return b, nil
	}
	if b.to, ok = amount(d.EndRange); !ok {
		return band{}, fail(file, sku, "endRange %q; expected a quantity or Inf", clip(d.EndRange))
	}
	return b, nil
}
