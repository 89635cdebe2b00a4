package offers

import "strings"

// awsRule says which products of an offer file are one of our prices.
type awsRule struct {
	offer string // the offerCode of the file
	id    string // ours; where it ends in a dot, the instance type follows
	usage string // usagetype without the code of the region; where it ends in a colon, the instance type follows
	with  []pair // further attributes, all of which must be as given
	unit  unit
	free  float64 // what is free each month for ever, where a global SKU of its own states it
}

// pair is an attribute and its value.
type pair struct{ name, value string }

// machines reports whether the rule is for instance types.
func (r *awsRule) machines() bool { return strings.HasSuffix(r.id, ".") }

// isInstanceType reports whether a text may be one: lower case, a family and a
// size apart by a dot.
func isInstanceType(s string) bool {
	family, _, dotted := strings.Cut(s, ".")
	return dotted && isRegion(family) && isWord(s) && s == strings.ToLower(s)
}

// match returns our id and the region of a product that the rule is for.
func (r *awsRule) match(p *awsProduct) (id, region string, ok bool) {
	a := p.Attributes
	id, usage := r.id, r.usage
	if r.machines() {
		if !isInstanceType(a["instanceType"]) {
			return "", "", false
		}
		id, usage = id+a["instanceType"], usage+a["instanceType"]
	}
	if withoutRegion(a["usagetype"]) != usage {
		return "", "", false
	}
	for _, want := range r.with {
		value := a[want.name]
		if want.name == "productFamily" {
			value = p.ProductFamily
		}
		if value != want.value {
			return "", "", false
		}
	}
	region, location := a["regionCode"], a["locationType"]
	if region == "" { // Data transfer has two ends.
		region, location = a["fromRegionCode"], a["fromLocationType"]
	}
	// A local zone or an outpost has prices of its own under its region's code,
	// and the SKUs of free amounts are of no region.
	return id, region, isRegion(region) && !(r.machines() && region == everywhere) && (location == "" || location == "AWS Region")
}

// withoutRegion takes the code of the region off a usage type: it is there in
// all regions but the oldest ("EU-Request", "APN1-Request", "Request"). Other
// prefixes stay, for they name something else ("TS-LoadBalancerUsage").
func withoutRegion(usage string) string {
	code, rest, ok := strings.Cut(usage, "-")
	if !ok || code != "EU" && (len(code) != 4 || !isDigits(code[3:]) || strings.Trim(code[:3], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		return usage
	}
	return rest
}
