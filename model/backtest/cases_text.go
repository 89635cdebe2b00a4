package backtest

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"runwhere/checklist"
	"runwhere/model/scenario"
)

// stated is a follow-up that a case's own words answer.
type stated struct {
	Question, Choice string
	Words            string // what says so
}

// phrase is what answers a follow-up.
type phrase struct {
	question, choice string
	words            *regexp.Regexp
}

// phrases are the words that answer a follow-up, as a reader of the case would
// answer it. They name a need or what is there already, and never the platform
// that was chosen. The first that is found answers its question; a question
// that none of them answers stays open. They are compiled when a case is read, as
// everything else starts without them.
var phrases = sync.OnceValue(func() []phrase {
	return []phrase{
		{checklist.KeyUntrusted, checklist.Yes, regexp.MustCompile(`untrusted|(?:customer|partner|user|tenant|merchant|third[- ]part(?:y|ies))(?:'s|s'|s)? (?:own )?(?:code|scripts?|plug-?ins?|functions)\b|user[- ](?:supplied|defined) (?:code|functions?)|\bplug-?ins?\b|sandbox`)},
		{checklist.KeyPlacement, checklist.Devices, regexp.MustCompile(`(?:edge|constrained|embedded|small|living[- ]room|customers') devices?\b|\bon[- ]device\b|set-top|smart (?:tv|camera|meter)s?|television sets?|microcontroller|factory[- ]floor`)},
		{checklist.KeyPlacement, checklist.Edge, regexp.MustCompile(`\b(?:at|to|on) the (?:network )?edge\b|\bedge (?:locations?|network|latency|nodes)\b|clos(?:e|er|est) to (?:the |its |their )?(?:users?|readers?|customers?|visitors?|shoppers?)|points? of presence`)},
		{checklist.KeyPlacement, checklist.OnSite, regexp.MustCompile(`air-?gapped|self-hosted by|customers (?:install|host|run) it|in (?:each|every) (?:shop|store|restaurant|plant|hospital)`)},
		{checklist.KeyTail, checklist.Yes, regexp.MustCompile(`\bp99\b|tail latenc|in[- ](?:process|memory) (?:cache|state)|single-digit[- ]milliseconds?`)},
		{checklist.KeyColdSpikes, checklist.Yes, regexp.MustCompile(`cold[- ]starts?`)},
		{checklist.KeySprawl, checklist.Yes, regexp.MustCompile(`(?:\b[1-9]\d{2,}|\d,\d{3}|hundreds of|thousands of) (?:aws )?(?:lambda )?functions`)},
		{checklist.KeyTerminates, checklist.Gateway, regexp.MustCompile(`managed (?:\w+ )?(?:\w+ )?(?:gateway|broker)|(?:iot|websocket) gateway|gateway holds`)},
		{checklist.KeyTerminates, checklist.Process, regexp.MustCompile(`process per (?:\w+ )?(?:session|user|client|connection)|\bwebrtc\b|media servers?|game servers?|\budp\b`)},
		{checklist.KeyDivisible, checklist.Yes, regexp.MustCompile(`(?:cut|split|divided) (?:it |them |work )?into (?:\w+ )?(?:steps|pieces|chunks|parts)|fan(?:s|ned)?[- ]out`)},
		{checklist.KeyBound, checklist.Waiting, regexp.MustCompile(`i/o[- ](?:bound|heavy)|mostly wait|spends? (?:most|much) of (?:its|their) time waiting`)},
		{checklist.KeyBound, checklist.Computing, regexp.MustCompile(`(?:cpu|compute)[- ](?:bound|intensive|heavy)`)},
		{checklist.KeyCached, checklist.Yes, regexp.MustCompile(`never reach(?:es)? the|cache[- ]hit|answered (?:by|from) (?:a|the) cache|behind (?:a|the) (?:\w+ )?cache`)},
		{checklist.KeySpecial, checklist.Yes, regexp.MustCompile(`kernel module|native binar|local disk|own operating system|\budp\b`)},
		{checklist.KeySpare, checklist.Yes, regexp.MustCompile(`(?:spare|idle|unused) (?:capacity|room) on|existing (?:kubernetes )?clusters?\b|already (?:ran|runs|run|had|operated|operates) (?:a |its own )?(?:kubernetes|clusters?)`)},
		{checklist.KeyParts, checklist.Differ, regexp.MustCompile(`heterogeneous (?:work)?loads?|mixed workloads?|(?:parts|services|components|workloads) (?:that )?differ|some (?:of the )?(?:services|parts|components|workloads) (?:are|stay|remain|run)`)},
	}
})

// negated is a phrase that says the opposite, just before the words.
var negated = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:\bno|\bnot|\bnever|\bwithout|n't|\bnor|\bavoid(?:s|ed|ing)?)(?: \w+){0,2} $`)
})

// readText answers the follow-ups that a case leaves open from what it says in
// words: where it came from, the reasons given and the notes beside its answers
// and figures. Its title, its outcome and what became of it are not read.
func (r *rawCase) readText(s *scenario.Scenario) []stated {
	text := r.words()
	var found []stated
	for _, p := range phrases() {
		if s.Answers.Get(p.question).Answered() {
			continue
		}
		for _, at := range p.words.FindAllStringIndex(text, -1) {
			if negated().MatchString(text[:at[0]]) {
				continue
			}
			found = append(found, stated{p.question, p.choice, text[at[0]:at[1]]})
			*s = s.WithAnswer(p.question, checklist.Choose(p.choice))
			break
		}
	}
	if m, ok := r.motive(); ok && !s.Answers.Get(checklist.KeyMotive).Answered() {
		found = append(found, m)
		*s = s.WithAnswer(checklist.KeyMotive, checklist.Choose(m.Choice))
	}
	return found
}

// words is the text that is read, in lower case and in an order of its own.
func (r *rawCase) words() string {
	var notes []string
	for _, answers := range []map[string]rawAnswer{r.Checklist, r.Architecture} {
		for _, a := range answers {
			notes = append(notes, a.Note)
		}
	}
	for _, a := range r.Workload {
		if text, ok := a.Value.(string); ok && a.figure() == "" {
			notes = append(notes, text)
		}
		notes = append(notes, a.Note)
	}
	slices.Sort(notes)
	return strings.ToLower(strings.Join(append([]string{plain(r.From), plain(r.Reason)}, notes...), ". "))
}
