package backtest

import (
	"regexp"
	"strings"
	"sync"

	"runwhere/checklist"
)

// motive is a reason in words, and what a team that gives it comes from.
type motive struct {
	from   *regexp.Regexp
	choice string
	words  *regexp.Regexp
}

// motives are the words of a reason, by what the team comes from: the same
// cost is a bill by requests on functions and idle capacity on a cluster. A team
// may come from both.
var motives = sync.OnceValue(func() []motive {
	fromFunctions := regexp.MustCompile(`lambda|\bfunctions?\b|serverless|\bfaas\b|\bworkers\b|\bisolates?\b`)
	fromServers := regexp.MustCompile(`\bvms?\b|virtual machine|\bec2\b|\bservers?\b|kubernetes|\bgke\b|\beks\b|\baks\b|clusters?\b|docker|swarm|containers?\b|on[- ]prem|data cent|monolith|heroku|nomad|mesos|\bhosts?\b`)
	return []motive{
		{fromFunctions, checklist.Limits, regexp.MustCompile(`(?:time|execution|memory|size|concurrency|scaling|payload|hard|15[- ]min\w*)[- ]\w* ?limits?\b|(?:time|execution|memory|size|concurrency|scaling|payload|hard) limits?\b|time-?outs?\b|message size|throttl|concurrency pool`)},
		{fromFunctions, checklist.UsageCost, regexp.MustCompile(`\bcosts?\b|\bbills?\b|\bexpens|\bspend(?:ing)?\b`)},
		{fromFunctions, checklist.Latency, regexp.MustCompile(`cold[- ]starts?|latenc|\bslow|\bspeed\b|\bp99\b`)},
		{fromServers, checklist.Operations, regexp.MustCompile(`server after|manag\w+ (?:\w+ )?(?:servers|infrastructure|clusters?)|operational (?:work|overhead|burden|load)|little administration|undifferentiated|no servers|outside (?:its |their )?core|too (?:much|many) (?:work|servers)|patching`)},
		{fromServers, checklist.IdleCost, regexp.MustCompile(`\bidle\b|pay(?:ing)?[- ](?:per|for|only for)[- ]use|over-?provision|fixed (?:\S+ )?(?:cluster )?(?:fee|cost)|no (?:paying )?customers|unused capacity`)},
		{fromServers, checklist.Consistency, regexp.MustCompile(`standardi[sz]|consisten|immutable|(?:deployment|configuration|infrastructure) as code|self-service|developer platform|bin[- ]pack`)},
	}
})

// motive is the reason that a case's own words give first.
func (r *rawCase) motive() (stated, bool) {
	from, reason := strings.ToLower(plain(r.From)), strings.ToLower(plain(r.Reason))
	first, best := len(reason), stated{}
	for _, m := range motives() {
		if !m.from.MatchString(from) {
			continue
		}
		for _, at := range m.words.FindAllStringIndex(reason, -1) {
			if at[0] < first && !negated().MatchString(reason[:at[0]]) {
				first, best = at[0], stated{checklist.KeyMotive, m.choice, reason[at[0]:at[1]]}
			}
		}
	}
	return best, best.Words != ""
}
