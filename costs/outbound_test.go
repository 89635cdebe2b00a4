package costs

import (
	"strings"
	"testing"
)

// TestOutboundIsEgressEverywhere: 1M runs of a queue's worker that send 1 MiB
// each are 976.5625 GiB to the internet, on every platform of a provider that
// bills egress. Cloudflare bills none. What goes to the provider's own services
// is none either, and passes the NAT gateway all the same.
func TestOutboundIsEgressEverywhere(t *testing.T) {
	t.Parallel()
	const gib = 1e6 * 1024 / (1 << 20)
	w := usualWorkload()
	c := &w.Components[0]
	c.HTTP, c.Response, c.Outbound, c.OutboundCloud, c.Logs = false, 4, 1024, 512, 0
	through := usualSettings()
	through.Endpoints = EndpointsNone
	for _, k := range Kinds() {
		if k.ID == "akamai-functions" { // publishes no price
			continue
		}
		p := built(t, k.ID, through, w)
		quantities := map[string]float64{}
		for _, l := range p.Bill(1e6).Lines {
			quantities[l.Meter] = l.Quantity
			if l.Meter == "egress" && (!strings.Contains(l.Formula, "1,024 KiB") || l.Source == "" || l.AsOf == "") {
				t.Errorf("%s does not explain its egress: %s, %s, %s", k.ID, l.Formula, l.Source, l.AsOf)
			}
		}
		want := gib
		if k.ID == "cloudflare-workers" {
			want = 0
		}
		wantUSD(t, k.ID+": GiB of egress", quantities["egress"], want)
		if _, gateway := quantities["nat"]; gateway {
			wantUSD(t, k.ID+": GiB through NAT", quantities["nat-data"], 1.5*gib)
		}
	}
}
