package costs

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// metering collects the meters of one platform. A price that the book does not know
// in the region makes a line without a figure. That of an instance type or of a way
// to buy it, which somebody asked for by name, ends the work; its error is the
// platform's.
type metering struct {
	kind     Kind
	book     *pricebook.Book
	settings *Settings
	region   string
	free     bool // whether the always-free amounts are taken
	work     Workload
	shares   []float64
	meters   []Meter
	levels   []Level
	weeks    []*weekly // that levels follow
	notes    []string
	usual    *UsualDiscount // of its commitment, nil for none that is assumed
	limits   []Limit        // that the workload was held against
	asked    []string       // ids of all prices that were looked up
	pools    []*nodePool    // of nodes
	tasks    []int          // levels that count what has an address of its own, by component
	chosen   nodeTypes      // by pool: the instance type that it is to be, nil to ask its chooser
	again    bool           // whether the meters are read again later, so that one with nothing to count yet is kept
	hosted   bool           // whether it runs in a cluster of one's own and so has the cluster's settings
	host     *Kind          // that cluster's; nil where it does not
	err      error

	storeBound bool // whether a gateway comes and goes with what components in the private network send out
}

const kibPerGiB = 1 << 20

// price looks a price up; nil once the work has ended.
func (m *metering) price(id string) *pricebook.Price {
	m.asked = append(m.asked, id)
	if m.err != nil {
		return nil
	}
	p, err := m.book.Price(id, m.region)
	if err == nil {
		return p
	}
	if p = m.unknown(err); p == nil {
		m.err = err
	}
	return p
}

// unknown is what stands for a price that is not known here; nil for the price of
// capacity that somebody asked for in so many words.
func (m *metering) unknown(err error) *pricebook.Price {
	var unknown *pricebook.UnknownPriceError
	if !errors.As(err, &unknown) || !unknown.Discount().IsZero() {
		return nil
	}
	p := &pricebook.Price{
		ID: unknown.ID, Provider: m.kind.Provider, Region: m.region, Unit: "unit", Tiers: []pricebook.Tier{{}},
		Source: "not known here", AsOf: m.book.Version(), Unknown: err.Error(),
	}
	if elsewhere := m.book.PricesOf(unknown.ID); len(elsewhere) > 0 {
		p.Unit = elsewhere[0].Unit
	}
	return p
}

// add appends a meter, unless it has nothing to count.
func (m *metering) add(id, label, price string, terms ...Term) {
	m.addHighest(id, label, price, terms)
}

// addHighest appends a meter that bills the highest of several dimensions.
func (m *metering) addHighest(id, label, price string, dimensions ...[]Term) {
	if len(dimensions[0]) == 0 {
		return
	}
	m.addAt(id, label, m.price(price), dimensions...)
}

// addAt appends a meter with a price that was looked up or derived.
func (m *metering) addAt(id, label string, price *pricebook.Price, dimensions ...[]Term) {
	if price == nil || len(dimensions[0]) == 0 {
		return
	}
	m.meters = append(m.meters, newMeter(id, label, price, m.free, dimensions...))
}

// note says something that the bill does not show.
func (m *metering) note(format string, args ...any) {
	m.notes = append(m.notes, fmt.Sprintf(format, args...))
}

// level adds a level of component i and returns its index.
func (m *metering) level(unit string, i int, at func(q float64) float64, about func(q float64) string) int {
	m.levels = append(m.levels, Level{Unit: unit, Component: m.work.Components[i].Name, Index: i, At: at, About: about})
	return len(m.levels) - 1
}

// perUnit is a term that counts a level.
func (m *metering) perUnit(level int, factors ...reading) Term {
	l := &m.levels[level]
	t := Term{Base: PerUnit, Component: l.Component, Index: l.Index, Level: level}
	return t.readOff(&m.work.Components[l.Index], factors)
}

// kept is a term of component i that counts once the component is there.
func (m *metering) kept(i int, factors ...reading) Term {
	c := &m.work.Components[i]
	t := Term{Base: PerComponent, Component: c.Name, Index: i}
	return t.readOff(c, factors)
}

func fixed(factors ...reading) Term {
	t := Term{Base: PerMonth}
	return t.readOff(nil, factors)
}

func whileHTTP(factors ...reading) Term {
	t := Term{Base: PerHTTP}
	return t.readOff(nil, factors)
}

func perNode(nodes NodeLevel, factors ...reading) Term {
	t := Term{Base: PerNode, Nodes: nodes}
	return t.readOff(nil, factors)
}

func hours(*Component) Factor { return amount(HoursPerMonth, "h") }

func seconds(*Component) Factor { return amount(SecondsPerMonth, "s") }

func isHTTP(c *Component) bool { return c.HTTP }

// isPublic reports whether a component answers the internet: then it passes the
// front door, and its answers leave the cloud.
func isPublic(c *Component) bool { return c.HTTP && !c.Internal }

func always(*Component) bool { return true }

func perGiB(*Component) Factor { return dividedBy(kibPerGiB, "KiB/GB") }

func responseKiB(c *Component) Factor { return amount(c.Response, "KiB").from(paths.ComponentResponse) }

func outboundKiB(c *Component) Factor { return amount(c.Outbound, "KiB").from(paths.ComponentOutbound) }

func outboundCloudKiB(c *Component) Factor {
	return amount(c.OutboundCloud, "KiB").from(paths.ComponentOutboundCloud)
}

func logKiB(c *Component) Factor { return amount(c.Logs, "KiB").from(paths.ComponentLogs) }

// roundedUp rounds a duration up to whole steps of some milliseconds.
func roundedUp(seconds, stepMillis float64) float64 {
	return math.Ceil(seconds*1000/stepMillis-1e-9) * stepMillis / 1000
}

func (m *metering) hasPublic() bool {
	for i := range m.work.Components {
		if isPublic(&m.work.Components[i]) {
			return true
		}
	}
	return false
}

// hasLogs reports whether any component writes a log.
func (m *metering) hasLogs() bool {
	return slices.ContainsFunc(m.work.Components, func(c Component) bool { return c.Logs > 0 })
}

// atOnce returns the requests that run at the same time in the busiest minute
// at today's volume: requests a second times duration, of all components.
func (m *metering) atOnce(duration func(*Component) float64) float64 {
	return m.busiest(duration)
}

// busiest returns the sum of something that each request has, of those that come a
// second in the busiest minute at today's volume.
func (m *metering) busiest(of func(c *Component) float64) float64 {
	peak := 0.0
	for h := range HoursPerWeek {
		busy := 0.0
		for i := range m.work.Components {
			c := &m.work.Components[i]
			busy += c.Requests * c.Shape.Weights[h] * c.Shape.Burst / SecondsPerMonth * of(c)
		}
		peak = math.Max(peak, busy)
	}
	return peak
}

// metered finishes a platform whose capacity follows the load, with what its
// limits say of the workload.
func (m *metering) metered(limits func(*Settings) []Limit) (*Platform, error) {
	if m.err != nil {
		return nil, m.err
	}
	p := &Platform{maxVolume: math.Inf(1)}
	m.hold(p, limits(m.settings))
	return p, nil
}

// hold adds what limits of the platform say of the workload.
func (m *metering) hold(p *Platform, limits []Limit) {
	refusals, caveats := check(m.work, limits)
	p.Refusals, p.Caveats = append(p.Refusals, refusals...), append(p.Caveats, caveats...)
	m.limits = append(m.limits, limits...)
}
