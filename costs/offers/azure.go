package offers

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
)

// azureItem is one row of the list: one tier of one meter in one region.
type azureItem struct {
	CurrencyCode         string      `json:"currencyCode"`
	TierMinimumUnits     json.Number `json:"tierMinimumUnits"`
	RetailPrice          json.Number `json:"retailPrice"`
	ArmRegionName        string      `json:"armRegionName"`
	EffectiveStartDate   string      `json:"effectiveStartDate"`
	EffectiveEndDate     string      `json:"effectiveEndDate"`
	MeterID              string      `json:"meterId"`
	MeterName            string      `json:"meterName"`
	ProductName          string      `json:"productName"`
	SkuID                string      `json:"skuId"`
	SkuName              string      `json:"skuName"`
	ServiceName          string      `json:"serviceName"`
	UnitOfMeasure        string      `json:"unitOfMeasure"`
	Type                 string      `json:"type"`
	IsPrimaryMeterRegion *bool       `json:"isPrimaryMeterRegion"`
	ArmSkuName           string      `json:"armSkuName"`
}

// meterKey is what makes rows tiers of one price.
type meterKey struct{ id, region, meter string }

// meter is one price whose tiers are rows, maybe of several pages.
type meter struct {
	meterKey
	unit  unit
	size  *big.Rat
	bands []band
	asOf  string
	sku   string
	name  string // of the source, for errors
	file  *file
	rows  int
}

// readItem reads one row of the list.
func (r *reading) readItem() error {
	var i azureItem
	if err := r.s.value("Items", &i); err != nil {
		return err
	}
	r.file.rows++
	id, u, ok := azureRuleOf(&i)
	if !ok || !i.listed(r.u.today) {
		return nil
	}
	region := strings.ToLower(i.ArmRegionName)
	if region == "" {
		region = everywhere // A meter without a region is sold under one price.
	}
	switch {
	case !isRegion(region):
		return fail(r.s.file, i.name(), "armRegionName %q; expected a region such as westeurope", clip(i.ArmRegionName))
	case i.CurrencyCode != "USD":
		return fail(r.s.file, i.name(), "currencyCode %q; allowed is USD", clip(i.CurrencyCode))
	case !r.u.wants(region):
		r.file.elsewhere++
		return nil
	case isMachine(&i) && region != everywhere && r.u.book.Unfit(id, azure, u.ours, region) != "": // The list has no sizes.
		r.file.unsized++
		return nil
	}
	return r.addRow(&i, meterKey{id, region, i.MeterID}, u)
}

// listed reports whether a row is a list price today: not reserved, not for
// development, begun and not ended, and of the region that the meter is for.
func (i *azureItem) listed(today string) bool {
	start, end := dayOf(i.EffectiveStartDate), dayOf(i.EffectiveEndDate)
	return i.Type == "Consumption" && (i.IsPrimaryMeterRegion == nil || *i.IsPrimaryMeterRegion) &&
		start <= today && (end == "" || end > today)
}

// name is how errors call a row.
func (i *azureItem) name() string { return "meter " + clip(i.MeterName) + " (" + clip(i.MeterID) + ")" }

// addRow adds a tier to its meter. The same row on two pages is one.
func (r *reading) addRow(i *azureItem, key meterKey, u unit) error {
	size, ok := u.sizeOf(i.UnitOfMeasure)
	if !ok {
		return fail(r.s.file, i.name(), "unitOfMeasure %q of %s; allowed are %s", clip(i.UnitOfMeasure), key.id, u.names())
	}
	b := band{from: new(big.Rat)}
	if b.usd, ok = amount(string(i.RetailPrice)); !ok {
		return fail(r.s.file, i.name(), "retailPrice %q; expected an amount", clip(string(i.RetailPrice)))
	}
	if i.TierMinimumUnits != "" {
		if b.from, ok = amount(string(i.TierMinimumUnits)); !ok {
			return fail(r.s.file, i.name(), "tierMinimumUnits %q; expected a quantity", clip(string(i.TierMinimumUnits)))
		}
	}
	start := dayOf(i.EffectiveStartDate)
	if start == "" {
		return fail(r.s.file, i.name(), "effectiveStartDate %q; expected a time such as 2025-06-01T00:00:00Z", clip(i.EffectiveStartDate))
	}
	m := r.u.byKey[key]
	if m == nil {
		m = &meter{meterKey: key, unit: u, size: size, sku: "SKU " + clip(i.SkuID), name: r.s.file, file: r.file}
		r.u.byKey[key] = m
		r.u.meters = append(r.u.meters, m)
	}
	if m.size.Cmp(size) != 0 {
		return fail(r.s.file, i.name(), "unitOfMeasure %q, and another one for another tier of %s; expected one", clip(i.UnitOfMeasure), key.id)
	}
	m.rows++
	m.asOf = max(m.asOf, start)
	for _, known := range m.bands {
		if known.from.Cmp(b.from) == 0 && known.usd.Cmp(b.usd) == 0 {
			return nil
		}
		if known.from.Cmp(b.from) == 0 {
			return fail(r.s.file, i.name(), "%s has two prices in %s from %s on: %s of %s and %s of SKU %s; each tier has one",
				key.id, key.region, decimal(b.from), "$"+decimal(known.usd), m.sku, "$"+decimal(b.usd), clip(i.SkuID))
		}
	}
	m.bands = append(m.bands, b)
	return nil
}

// close makes prices of the meters, when all pages are read.
func (u *Update) close() error {
	for _, m := range u.meters {
		free, tiers, wrong := tiersOf(m.withEnds(), m.size)
		if wrong != "" {
			return fail(m.name, m.sku, "%s in %s: %s", m.id, m.region, wrong)
		}
		if err := u.add(&price{
			id: m.id, unit: m.unit.ours, region: m.region, free: free, tiers: tiers,
			key: "azure", source: "Azure retail prices, " + m.file.label, asOf: m.asOf, sku: m.sku, file: m.name,
		}, m.file, m.rows); err != nil {
			return err
		}
	}
	u.meters = nil
	return nil
}

// withEnds gives the bands their ends: the list states only where a tier
// begins, so that each ends where the next begins.
func (m *meter) withEnds() []band {
	bands := slices.Clone(m.bands)
	slices.SortFunc(bands, func(a, b band) int { return a.from.Cmp(b.from) })
	for i := range bands[:len(bands)-1] {
		bands[i].to = bands[i+1].from
	}
	return bands
}
