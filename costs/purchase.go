package costs

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// The ways to buy nodes and pods. A commitment is made for what runs in most
// hours and no more; the rest stays on demand (see buyer).
const (
	OnDemand  = "on-demand"
	Savings1y = "savings-1y"
	Savings3y = "savings-3y"
	Spot      = "spot"
)

// Purchases lists the ways to buy, the most flexible first.
var Purchases = []string{OnDemand, Savings1y, Savings3y, Spot}

// ownDiscount is the source of a discount that the scenario gives. It has no
// id, since it is no price of the book.
func ownDiscount(path paths.Path) *pricebook.Price {
	return &pricebook.Price{Source: "the scenario (" + path.String() + ")", AsOf: "given"}
}

// buying is how the capacity of one platform is bought.
type buying struct {
	ratio  float64          // what a committed unit costs of one on demand; 0 for no commitment
	source *pricebook.Price // of the ratio
	spot   float64          // part of the units that is spot
}

// buying reads the purchase options. ratios are the ids of the commitment's
// price as a part of the price on demand, without the term: "ec2.savings" for
// c5 is looked up as ec2.savings-1y.c5.
func (m *metering) buying(ratioID func(term string) string) buying {
	k := &m.settings.Kubernetes
	b := buying{spot: k.spotShare()}
	m.commit(&b, ratioID)
	return b
}

// commit adds the commitment that is chosen.
func (m *metering) commit(b *buying, ratioID func(term string) string) {
	k := &m.settings.Kubernetes
	if !commits(k.Purchase) {
		return
	}
	if k.Discount > 0 {
		b.ratio = 1 - k.Discount
		b.source = ownDiscount(paths.KubernetesDiscount)
		return
	}
	b.ratio, b.source = m.committedRatio(ratioID(strings.TrimPrefix(k.Purchase, "savings-")), k.Purchase)
}

// times derives a price from another one: a commitment, a fee in per cent. It
// keeps the other one's id, which is the one that the book can open; derived
// says what became of it, and the note which price the ratio is.
func times(p *pricebook.Price, ratio float64, derived, why string, source *pricebook.Price) *pricebook.Price {
	q := *p
	q.Derived = derived
	q.Tiers = make([]pricebook.Tier, len(p.Tiers))
	for i, t := range p.Tiers {
		q.Tiers[i] = pricebook.Tier{From: t.From, USD: pricebook.DerivedUSD(t.USD * ratio)}
	}
	percent := strconv.FormatFloat(math.Round(ratio*1e4)/100, 'f', -1, 64)
	by := source.Source
	if source.ID != "" {
		by = "price " + source.ID + ", " + by
	}
	q.Note = fmt.Sprintf("%s: %s %% of the price on demand, by %s, %s", why, percent, by, source.AsOf)
	q.AsOf = min(p.AsOf, dated(source.AsOf, p.AsOf))
	if q.Private == "" {
		q.Private = source.Private
	}
	q.Unknown = cmp.Or(p.Unknown, source.Unknown)
	return &q
}

// dated returns a date, or the other one where there is none.
func dated(day, other string) string {
	if !pricebook.IsDate(day) {
		return other
	}
	return day
}

// spotShare is the part of the units that is spot.
func (k *KubernetesSettings) spotShare() float64 {
	if k.Purchase == Spot {
		return 1
	}
	return k.SpotShare
}

// onDemand is a factor for what is not spot, none where all of it is.
func (m *metering) onDemand(b *buying) []reading {
	if b.spot == 0 {
		return nil
	}
	k := &m.settings.Kubernetes
	return []reading{func(*Component) Factor {
		return percent(1-k.spotShare(), "% not on spot").from(paths.KubernetesSpotShare)
	}}
}

// onSpot is a factor for what is.
func (m *metering) onSpot() reading {
	k := &m.settings.Kubernetes
	return func(*Component) Factor { return percent(k.spotShare(), "% on spot").from(paths.KubernetesSpotShare) }
}

// choose finds the instance type of a pool and how it is bought, and reports
// whether both are known.
func (m *metering) choose(p *nodePool) bool {
	node, err := m.nodeType(p)
	if err != nil {
		if m.err == nil {
			m.err = err
		}
		return false
	}
	p.node, p.sustained = node, sustainedUseOf(node)
	prefix, _, _ := strings.Cut(node.Hour.ID, ".")
	p.bought.spot = m.settings.Kubernetes.poolSpot(p)
	m.commit(&p.bought, func(term string) string {
		if m.kind.Provider == pricebook.GCP {
			return "gce.flex-cud-" + term
		}
		return prefix + ".savings-" + term + "." + node.Family()
	})
	if p.bought.spot > 0 {
		p.spot = m.spotHour(node, prefix)
	}
	return true
}

// spotHour returns the price of a spot hour, which some providers publish and
// others as a part of the price on demand.
func (m *metering) spotHour(node *pricebook.Instance, prefix string) *pricebook.Price {
	if own := m.settings.Kubernetes.SpotDiscount; own > 0 {
		return times(node.Hour, 1-own, pricebook.OnSpot, "spot", ownDiscount(paths.KubernetesSpotDiscount))
	}
	p := m.price(prefix + ".spot." + node.Type)
	if p == nil || p.Unit == "hour" {
		return p
	}
	return times(node.Hour, p.Tiers[0].USD, pricebook.OnSpot, "spot, the mean of the last month observed", p)
}

// nodes adds the meters of a pool's nodes.
func (m *metering) nodes(p *nodePool) {
	k, b := &m.settings.Kubernetes, &p.bought
	label, id := "Nodes "+(&Cluster{Node: p.node, Auto: p.chooser != nil}).NodeName(), p.id("nodes")
	if p.name != GeneralPool {
		label += ", pool " + p.name
	}
	term := func(n NodeLevel) Term {
		if b.spot == 0 {
			return perNode(p.level(n), hours)
		}
		return perNode(p.level(n), func(*Component) Factor {
			return percent(1-k.poolSpot(p), "% not on spot").from(k.spotFrom(p))
		}, hours)
	}
	switch {
	case b.spot >= 1:
	case b.ratio > 0:
		m.addAt(id+"-committed", label+" under a commitment",
			times(p.node.Hour, b.ratio, pricebook.Committed, k.Purchase, b.source), []Term{term(CommittedNodes)})
		m.addAt(id, label+" on demand", p.node.Hour, []Term{term(FlexibleNodes)})
	case p.sustained != nil:
		m.addAt(id, label+", less sustained use", p.node.Hour, []Term{term(FlexibleNodes)})
	default:
		m.addAt(id, label, p.node.Hour, []Term{term(AllNodes)})
	}
	if p.sustained != nil && b.spot < 1 {
		m.note("%s %% of the price are taken off a %s on demand that runs all month, and less off one that runs less: Google's sustained use discount (%s, %s)",
			Figure(100*(1-p.sustained.costs(1))), p.node.Type, sustainedDocs.url, sustainedDocs.asOf)
	}
	if b.spot > 0 {
		m.addAt(id+"-spot", label+" on spot", p.spot, []Term{perNode(p.level(AllNodes), func(*Component) Factor {
			return percent(k.poolSpot(p), "% on spot").from(k.spotFrom(p))
		}, hours)})
	}
}

// sustainedUse is what Google takes off by itself from nodes that run for more than a
// quarter of a month: what each quarter costs of the price. Commitments and spot get
// nothing of it.
type sustainedUse [4]float64

// sustainedDocs say which families get it and how much. E2, N4, C3, C4, T2D and
// machines with an L4 get none.
var sustainedDocs = source{"https://docs.cloud.google.com/compute/docs/sustained-use-discounts", "2026-11-28"}

var (
	most20 = &sustainedUse{1, 0.8678, 0.733, 0.6}
	most30 = &sustainedUse{1, 0.8, 0.6, 0.4}
)

// sustainedUses are the families that get it.
var sustainedUses = map[string]*sustainedUse{"n2": most20, "n2d": most20, "c2": most20, "n1": most30}

// sustainedUseOf is what a type gets, nil for nothing.
func sustainedUseOf(x *pricebook.Instance) *sustainedUse {
	family, _, _ := strings.Cut(x.Type, "-")
	if x.Provider != pricebook.GCP {
		return nil
	}
	return sustainedUses[family]
}

// breakEven is the part of the hours from which on a commitment costs less that is
// ratio of the full price.
func (s *sustainedUse) breakEven(ratio float64) float64 {
	if s == nil {
		return ratio
	}
	part := 0.0
	for _, price := range s {
		quarter := min(ratio/price, 0.25)
		part += quarter
		ratio -= quarter * price
	}
	if ratio > 1e-9 {
		return 1 // it never does
	}
	return part
}

// costs is what a node costs that runs in a part of the hours, of one that runs in all
// of them at the full price; nil takes nothing off.
func (s *sustainedUse) costs(part float64) float64 {
	if s == nil {
		return part
	}
	sum := 0.0
	for _, price := range s {
		quarter := min(part, 0.25)
		sum += quarter * price
		part -= quarter
	}
	return sum
}
