package pricebook

import (
	"slices"
	"strings"
)

// usage returns the ids that platforms charge and the book lacks, and those that
// the book has for platforms but none charges. Whoever names a machine makes
// use of its hour and its spot price, so these need no other use.
func (b *Book) usage(used []string) []Problem {
	var problems []Problem
	for _, id := range used {
		if len(b.PricesOf(id)) == 0 {
			problems = append(problems, Problem{ID: id, What: "is charged by a platform, and the book does not have it"})
		}
	}
	machines, families := b.machineNames()
	for _, id := range b.IDs() {
		p := b.PricesOf(id)[0]
		if p.Use == "" && !slices.Contains(used, id) && !ofMachine(id, machines, families) {
			problems = append(problems, Problem{ID: id, What: "is charged by no platform; a price that is only looked up says use: " + ForQuotes})
		}
	}
	return problems
}

// machineNames returns the types and the families of the book's machines.
func (b *Book) machineNames() (types, families map[string]bool) {
	types, families = map[string]bool{}, map[string]bool{}
	for _, x := range b.machines() {
		types[x.PriceID()] = true
		families[x.Family()] = true
	}
	return types, families
}

// ofMachine reports whether an id is that of a known type's hour ("ec2.c5.large")
// or spot price ("ec2.spot.c5.large"), or of a commitment to a known family
// ("ec2.savings-1y.c5").
func ofMachine(id string, types, families map[string]bool) bool {
	if types[id] || types[strings.Replace(id, spotPart, ".", 1)] {
		return true
	}
	_, commitment, _ := strings.Cut(id, ".")
	plan, family, found := strings.Cut(commitment, ".")
	return found && strings.HasPrefix(plan, "savings-") && families[family]
}
