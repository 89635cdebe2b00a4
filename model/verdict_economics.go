package model

import (
	"fmt"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// economics turns the cost of ownership into points. Where the volume is not
// known as a figure it is a range, and an option loses only what it loses at
// every volume in it.
func (e *Evaluation) economics(list []Ranked) {
	losses := e.losses(e.withoutFloor(list))
	for _, q := range e.otherVolumes() {
		for i, loss := range e.losses(e.billedAt(list, q)) {
			losses[i] = math.Max(losses[i], loss)
		}
	}
	for i := range list {
		if list[i].Feasible {
			list[i].Economics = losses[i]
		}
	}
}

// losses says by option what its cost takes from it: nothing or less.
func (e *Evaluation) losses(list []Ranked) []float64 {
	hybrid := &list[len(list)-1]
	best, fitting := math.Inf(1), math.Inf(1) // the second without what takes code that is written for it
	alone := true                             // whether nothing but the hybrid is possible
	for i := range list[:len(list)-1] {
		r := &list[i]
		if !r.Feasible {
			continue
		}
		alone = false
		best = math.Min(best, e.Owned(r))
		if r.Option != checklist.Wasm {
			fitting = math.Min(fitting, e.Owned(r))
		}
	}
	pays := false
	if hybrid.Feasible {
		saved := best - e.Owned(hybrid)
		pays = alone || saved >= hybridUSD && saved >= hybridShare*best
	}
	least := fitting
	if e.fitsWasm() || math.IsInf(fitting, 1) || e.Platforms != nil && e.rewritePays() {
		least = best
	}
	if pays {
		least = math.Min(least, e.Owned(hybrid))
	}
	losses := make([]float64, len(list))
	for i := range list {
		if !list[i].Feasible {
			continue
		}
		losses[i] = costPoints(math.Max(least, e.atLeast(&list[i])), least) // nothing where no option has a figure
		if &list[i] == hybrid && !pays {
			losses[i] += toolchainPoints
		}
	}
	return losses
}

// The volumes at which the economics are held where nobody gave a figure, in
// requests a month: a decade apart from the smallest system that is worth the
// question to the largest of the published decisions, and on either side of the
// line that the seventh question draws.
var (
	anyVolumes  = []float64{100e3, 1e6, 10e6, 100e6, 1e9}
	lowVolumes  = []float64{100e3, 1e6, 10e6, 30e6}
	highVolumes = []float64{30e6, 100e6, 1e9}
)

// otherVolumes are further volumes that the system may have, none where its
// volume is known.
func (e *Evaluation) otherVolumes() []float64 {
	if len(e.Platforms) == 0 || e.Split.Mixed() || e.ownSites() { // a split is billed at today's volume only, and a site of one's own at none
		return nil
	}
	if _, known := (scenario.VolumeSlot{}).Get(&e.Scenario, scenario.At{}); known {
		return nil
	}
	switch e.Said(checklist.KeyRequests) {
	case checklist.Under30M:
		return lowVolumes
	case checklist.Over30M:
		return highVolumes
	}
	return anyVolumes
}

// volumeReason says over which volumes the economics hold, "" where the volume
// is known.
func (e *Evaluation) volumeReason() string {
	volumes := e.otherVolumes()
	if len(volumes) == 0 {
		return ""
	}
	return fmt.Sprintf("No figure of the volume is given, so an option loses only what it loses at every volume from %s to %s requests a month.",
		quantity.ShortCount(volumes[0]), quantity.ShortCount(volumes[len(volumes)-1]))
}

// billedAt returns the ranking with its costs at another volume.
func (e *Evaluation) billedAt(list []Ranked, volume float64) []Ranked {
	at := append([]Ranked{}, list...)
	least := math.Inf(1)
	for o := range checklist.Placeable {
		at[o].MonthlyUSD = e.bill(o, volume)
		if e.Platforms[o].Partly() {
			at[o].AtLeast = e.Platforms[o].AtLeast(volume)
		}
		if at[o].Feasible {
			least = math.Min(least, at[o].MonthlyUSD)
		}
	}
	at[len(at)-1].MonthlyUSD = least
	return e.withoutFloor(at)
}

// withoutFloor returns the ranking with Kubernetes at what the system adds to a
// cluster that is there, staffed and has room: the bill less what it is at next
// to no requests. Without such a cluster it is the ranking itself.
func (e *Evaluation) withoutFloor(list []Ranked) []Ranked {
	if e.Said(checklist.KeySpare) != checklist.Yes || e.Said(checklist.KeyPlatformTeam) == checklist.No {
		return list
	}
	at := append([]Ranked{}, list...)
	for i := range at {
		if at[i].Option == checklist.Kubernetes && at[i].AtLeast > 0 {
			at[i].AtLeast = math.Max(0, at[i].AtLeast-e.Platform(at[i].Option).AtLeast(1))
			at[i].PeopleUSD = 0
		}
		if at[i].Option == checklist.Kubernetes && !math.IsInf(at[i].MonthlyUSD, 1) {
			at[i].MonthlyUSD = math.Max(0, at[i].MonthlyUSD-e.bill(slices.Index(checklist.Placeable, at[i].Option), 1))
			at[i].PeopleUSD = 0
		}
	}
	return at
}

// costPoints is what a cost loses against the least one: nothing or less.
func costPoints(usd, least float64) float64 {
	if usd <= least {
		return 0
	}
	doublings := economicsCap / economicsPerDoubling
	if least > 0 {
		doublings = math.Min(doublings, math.Log2(usd/least))
	}
	return -economicsPerDoubling * doublings * math.Min(1, (usd-least)/smallMoney)
}
