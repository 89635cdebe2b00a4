package model

import (
	"math"
	"slices"
	"sync"

	"runwhere/checklist"
	"runwhere/model/plan"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// Nearby recommends for scenarios that differ little from one that was worked
// out. An answer that changes no figure changes no bill and no placement, and a
// figure that changes little moves few components, so what is dear is done once.
type Nearby struct {
	Base  *Evaluation
	Known []int // its placement
	Weeks plan.Shapes
	Turns turns

	guard sync.Mutex
	idle  []*plan.Asker // that nobody asks at the moment
}

// borrow takes an asker that nobody uses. All of them price alike, so it does not
// matter which one it is.
func (n *Nearby) borrow() *plan.Asker {
	n.guard.Lock()
	defer n.guard.Unlock()
	if last := len(n.idle) - 1; last >= 0 {
		a := n.idle[last]
		n.idle = n.idle[:last]
		return a
	}
	return plan.NewAsker(n.Base.Book)
}

func (n *Nearby) giveBack(a *plan.Asker) {
	n.guard.Lock()
	defer n.guard.Unlock()
	n.idle = append(n.idle, a)
}

// turns bounds how many scenarios are worked out side by side, whichever of the
// searches of an evaluation asks: one of 500 components takes some twenty
// megabytes, so of those there are fewer.
type turns chan struct{}

// fullTurns is up to how many components there are as many turns as workers.
const fullTurns = 200

func newTurns(components int) turns {
	return make(turns, max(2, BesideWorkers*fullTurns/max(fullTurns, components)))
}

func (t turns) take() { t <- struct{}{} }

func (t turns) give() { <-t }

// Try is what a scenario near the base comes to.
type Try struct {
	Recommended checklist.Option                    // "" where nothing is possible
	Proven      bool                                // whether the placement that it rests on is proven to be the cheapest
	Alike       bool                                // whether it is so like the one before that nothing else was worked out
	options     [checklist.PlaceableCount + 1]tried // in the order of checklist.Options, with today's placement
}

// tried is what a ranking rests on for one option.
type tried struct {
	feasible              bool
	evidence, usd, people float64
}

// noticeable is by which part a cost has to change for a scenario to be worked
// out that is otherwise like one that was.
const noticeable = 0.01

// Recommend returns what Evaluate would recommend, "" where nothing is possible,
// and whether the placement that it rests on is proven to be the cheapest. Once
// the context of the work is done what it returns says nothing.
func (n *Nearby) Recommend(s scenario.Scenario, work *split.Effort) (recommended checklist.Option, proven bool) {
	try := n.Try(s, nil, work)
	return try.Recommended, try.Proven
}

// Try does the same, unless with today's placement every option has the evidence
// and about the cost that it had in a try before: then the recommendation is taken
// to be that one's. nil is no try before.
func (n *Nearby) Try(s scenario.Scenario, before *Try, work *split.Effort) Try {
	if work.Ctx.Err() != nil {
		return Try{}
	}
	n.Turns.take()
	defer n.Turns.give()
	s.Compare = nil
	r, err := plan.ResolveWith(s, n.Weeks)
	if err != nil {
		return Try{Proven: true}
	}
	if r.Same(&n.Base.Resolved) {
		e := *n.Base
		e.Scenario = s
		e.instruments()
		return Try{Recommended: e.leading(), Proven: e.Split.Optimal, options: e.tried()}
	}
	asker := n.borrow()
	defer n.giveBack(asker)
	e, err := n.asked(s, r, asker)
	if err != nil {
		return Try{Proven: true}
	}
	e.glue = n.Base.glue
	p, err := e.NewSolver()
	if err != nil {
		return Try{Proven: true}
	}
	try := Try{Proven: true}
	if len(n.Known) == len(p.Allowed) {
		e.Split = p.Tally(n.Known).Sketch()
		try.options = e.tried()
		if before != nil && try.about(before) {
			try.Recommended, try.Proven, try.Alike = before.Recommended, before.Proven, true
			return try
		}
	}
	p.Hints = n.Base.Solver().Hints
	settled := false
	found := p.SolveNear(n.Known, work, func(at []int, least float64) bool {
		e.Split = p.Tally(at).Sketch()
		settled = e.Split.Feasible && !math.IsInf(e.Split.USD, 1) && e.settled(least, p.Certain())
		return settled
	})
	e.Split = p.Tally(found.At).Sketch()
	try.Recommended, try.Proven = e.leading(), found.Optimal || settled
	return try
}

// Supposed is what a scenario comes to with other values in place of those that
// nobody gave.
type Supposed struct {
	Leads    checklist.Option             // that the verdict puts first, "" where nothing is possible
	Cheapest checklist.Option             // "" where nothing has a bill
	USD      map[checklist.Option]float64 // a month, people included where the scenario does; +Inf of what cannot run
}

// Suppose works out the base with figures of another resolution of it. Its
// answers and limits are the base's: what is assumed stays so. The error is that
// of a figure that cannot be priced, or the context's.
func (n *Nearby) Suppose(r plan.Resolved, work *split.Effort) (Supposed, error) {
	n.Turns.take()
	defer n.Turns.give()
	asker := n.borrow()
	defer n.giveBack(asker)
	e, err := n.asked(n.Base.Scenario, r, asker)
	if err != nil {
		return Supposed{}, err
	}
	if slices.Equal(r.Workload.Calls, n.Base.Resolved.Workload.Calls) {
		e.glue = n.Base.glue
	}
	p, err := e.NewSolver()
	if err != nil {
		return Supposed{}, err
	}
	p.Hints = n.Base.Solver().Hints
	e.Split = p.Tally(p.SolveNear(n.Known, work, nil).At).Sketch()
	out := Supposed{USD: map[checklist.Option]float64{}}
	ranking := e.Ranked(e.Ledger())
	out.Leads = leader(ranking)
	least := math.Inf(1)
	for _, o := range checklist.Options {
		r := &ranking[slices.IndexFunc(ranking, func(r Ranked) bool { return r.Option == o })]
		out.USD[o] = math.Inf(1)
		if r.Feasible && !r.Dearer && e.OwnPrice(r) {
			out.USD[o] = e.Owned(r)
		}
		if out.USD[o] < least {
			out.Cheapest, least = o, out.USD[o]
		}
	}
	return out, work.Ctx.Err()
}

// about reports whether no option differs noticeably.
func (t *Try) about(before *Try) bool {
	for o := range t.options {
		a, b := &t.options[o], &before.options[o]
		if a.feasible != b.feasible || a.evidence != b.evidence || !alike(a.usd, b.usd) || !alike(a.people, b.people) {
			return false
		}
	}
	return true
}

func alike(a, b float64) bool {
	return a == b || math.Abs(a-b) < noticeable*math.Min(a, b)
}

// tried is what every option comes to.
func (e *Evaluation) tried() (options [checklist.PlaceableCount + 1]tried) {
	for _, r := range e.Ranked(e.Ledger()) {
		options[slices.Index(checklist.Options, r.Option)] = tried{r.Feasible, r.Evidence, r.MonthlyUSD, r.PeopleUSD}
	}
	return options
}

// asked is unplaced with platforms that are compiled already.
func (n *Nearby) asked(s scenario.Scenario, r plan.Resolved, a *plan.Asker) (*Evaluation, error) {
	e := &Evaluation{Scenario: s, Resolved: r, Book: n.Base.Book, bills: &bills{}, Turns: n.Turns}
	if err := checkRegion(&r, s, e.Book); err != nil {
		return nil, err
	}
	curves, err := a.Curves(&r)
	if err != nil {
		return nil, err
	}
	e.addCurves(curves)
	return e, nil
}
