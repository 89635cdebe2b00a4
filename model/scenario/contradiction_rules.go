package scenario

import (
	"slices"
	"sync"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
)

// contradictionRule is one pair of statements that do not go together.
type contradictionRule struct {
	Id    string
	clash func(s *Scenario) (first, second string) // "" for a statement that is not made
	check string
}

// ContradictionRules is the table of all rules: those that were thought of one
// by one, then a factor of the architecture against the question and the trait
// that ask the same.
var ContradictionRules = sync.OnceValue(func() []contradictionRule {
	return slices.Concat(statedRules, factorRules())
})

// trait is the statement that a component has a trait.
func trait(name string) statement {
	return component(paths.ComponentTraits, func(c *Component) bool { return slices.Contains(c.Traits, name) })
}

var statedRules = []contradictionRule{
	{
		"steady-peak", steadyWithPeak,
		"Check the busiest hour of a normal week: a steady load has one close to its mean.",
	},
	{
		"network-without-owner",
		pair(says(checklist.KeyPlatformTeam, checklist.No), either(trait("custom-networking"), factor(checklist.FactorCustomNetworking, true))),
		"Check who builds and keeps the network: custom networking needs an owner on any platform.",
	},
	{
		"small-team-with-platform-team",
		pair(says(checklist.KeyEngineers, checklist.Under5), says(checklist.KeyPlatformTeam, checklist.Yes)),
		"Check whether the platform team is counted among the engineers, or is another department's and has time for this system.",
	},
	{
		"spare-cluster-without-owner",
		pair(says(checklist.KeySpare, checklist.Yes), says(checklist.KeyPlatformTeam, checklist.No)),
		"Check who staffs the cluster that is there: spare room counts only on one that somebody runs.",
	},
	{
		"volume-in-two-places", volumeTwice,
		"Check which of the two is measured, and whether a component is missing; the costs rest on what the components have of their own.",
	},
	{
		"volume-above-answer", ofBands(says(checklist.KeyRequests, checklist.Under30M), totalFrom(30e6)),
		"Check which of the two is measured; the costs rest on the components.",
	},
	{
		"volume-below-answer", ofBands(says(checklist.KeyRequests, checklist.Over30M), totalUnder(30e6)),
		"Check which of the two is measured, and whether a component is missing; the costs rest on the components.",
	},
	{
		"connections", pair(says(checklist.KeyPersistentConnections, checklist.No), trait("persistent-connections")),
		"Check whether clients keep connections open; the trait is what the costs and limits rest on.",
	},
	{
		"held-connections", pair(says(checklist.KeyTerminates, checklist.Process), says(checklist.KeyPersistentConnections, checklist.No)),
		"Check whether there are connections at all that a process has to hold.",
	},
	{
		"gpu", pair(says(checklist.KeyGPU, checklist.No), trait("gpu")),
		"Check whether the component needs a GPU; the trait is what the limits rest on.",
	},
	{
		"longest-task", shortWithLong,
		"Check the longest run that has been seen; the limits are held against the components.",
	},
	{
		"cpu-time-above-measurement", cpuAboveMeasured,
		"Check which of the two is measured: a function of that setting has no more CPU time in so long a run.",
	},
	{
		"alike-parts", alikeThatDiffer,
		"Check the follow-up question: parts so far apart are what a split is for.",
	},
	{
		"placement", pair(says(checklist.KeyPlacement, checklist.Region, checklist.Edge), factor(checklist.FactorOnPremise, true)),
		"Check where the code has to run.",
	},
	{
		"on-premises", pair(says(checklist.KeyPlacement, checklist.OnSite), factor(checklist.FactorOnPremise, false)),
		"Check where the code has to run.",
	},
	{
		"single-spot-node", pair(kubernetesSays(paths.KubernetesPurchase, costs.Spot), kubernetesSays(paths.KubernetesNodes, "1")),
		"Check what may stop: the provider can take back a spot node at any time, and no other node is left then.",
	},
	{
		"nodes-below-minimum", nodesBelowMinimum,
		"Check how many nodes there are: a fixed number takes no notice of the minimum.",
	},
}

// factorRules holds each factor against the question and the trait that ask
// the same thing.
func factorRules() []contradictionRule {
	const check = "Check which holds: the architecture score counts the factor, the limits the component, the ledger the answer."
	var rules []contradictionRule
	add := func(id string, first, second statement) {
		rules = append(rules, contradictionRule{id, pair(first, second), check})
	}
	for _, same := range []struct{ factor, question, yes, no, trait string }{
		{checklist.FactorStateful, "", "", "", "stateful"},
		{checklist.FactorPersistent, checklist.KeyPersistentConnections, checklist.Yes, checklist.No, "persistent-connections"},
		{checklist.FactorGPU, checklist.KeyGPU, checklist.Yes, checklist.No, "gpu"},
		{checklist.FactorLongRunning, checklist.KeyLongestTask, checklist.Over15Min, checklist.UpTo15Min, "long-running"},
		{checklist.FactorCustomNetworking, "", "", "", "custom-networking"},
		{checklist.FactorPlatformEngineer, checklist.KeyPlatformTeam, checklist.Yes, checklist.No, ""},
		{checklist.FactorCompliance, checklist.KeyCompliance, checklist.Strict, checklist.Standard, ""},
	} {
		if same.question != "" {
			add("factor-no-"+same.factor, factor(same.factor, false), says(same.question, same.yes))
			add("factor-yes-"+same.factor, factor(same.factor, true), says(same.question, same.no))
		}
		if same.trait != "" {
			add("factor-trait-"+same.factor, factor(same.factor, false), trait(same.trait))
		}
	}
	return rules
}
