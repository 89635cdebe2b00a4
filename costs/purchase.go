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
	p.node = node
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
	default:
		m.addAt(id, label, p.node.Hour, []Term{term(AllNodes)})
	}
	if b.spot > 0 {
		m.addAt(id+"-spot", label+" on spot", p.spot, []Term{perNode(p.level(AllNodes), func(*Component) Factor {
			return percent(k.poolSpot(p), "% on spot").from(k.spotFrom(p))
		}, hours)})
	}
}
