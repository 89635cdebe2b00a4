package window

import (
	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// CallMoney is what a call costs a month, as far as it is known.
func CallMoney(g *split.GlueCall) string {
	if len(g.Unknown) > 0 && g.USD == 0 {
		return "unknown"
	}
	return quantity.Money(g.USD)
}

// CallWay says how a call gets across, and what of it is not billed.
func CallWay(g *split.GlueCall) string {
	way := map[costs.Via]string{
		costs.ViaEvent: "over the event bus", costs.ViaGateway: "over HTTP", costs.ViaPrivate: "over a private connection",
	}[g.Via]
	if len(g.Unknown) > 0 {
		return way + "; no known price: " + g.Unknown[0]
	}
	if len(g.Lines) == 0 && len(g.Notes) > 0 {
		return way + "; " + g.Notes[0]
	}
	return way
}
