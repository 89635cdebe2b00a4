package checklist

// FactCheck is a claim of the guide for which there is a newer or better fact.
// The claim is kept where it belongs to the framework; the fact is shown beside
// it.
type FactCheck struct {
	ID     string
	Claim  string
	Fact   string
	Source string
	AsOf   string // when the source was read
}

// factsAsOf is the date on which the sources of all fact checks were read.
const factsAsOf = "2026-11-23"

// FactChecks returns the claims of the guide that were checked, with what was
// found. A fact for which no source was found says so.
func FactChecks() []FactCheck {
	var all []FactCheck
	for _, group := range [][]FactCheck{wasmFacts, serverlessFacts, kubernetesFacts, costFacts} {
		for _, c := range group {
			c.AsOf = factsAsOf
			all = append(all, c)
		}
	}
	return all
}

// FactCheckByID returns one fact check and whether there is one.
func FactCheckByID(id string) (FactCheck, bool) {
	for _, c := range FactChecks() {
		if c.ID == id {
			return c, true
		}
	}
	return FactCheck{}, false
}

// Checks are the ids of the fact checks that a row of a table carries.
type Checks []string

// Facts returns the fact checks themselves.
func (ids Checks) Facts() []FactCheck {
	var found []FactCheck
	for _, id := range ids {
		if c, ok := FactCheckByID(id); ok {
			found = append(found, c)
		}
	}
	return found
}
