package model

import (
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// TestUnknownVolumeIsARange: what an option loses while the volume is open is
// no more than what it loses at any volume that the answer allows.
func TestUnknownVolumeIsARange(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		open := scenariotest.Answered("parts", "alike", "traffic", rapid.SampledFrom([]string{"steady", "spiky", "batch"}).Draw(t, "traffic"))
		volumes := anyVolumes
		switch rapid.IntRange(0, 2).Draw(t, "band") {
		case 1:
			open.Answers, volumes = open.Answers.With(checklist.KeyRequests, checklist.Choose(checklist.Under30M)), lowVolumes
		case 2:
			open.Answers, volumes = open.Answers.With(checklist.KeyRequests, checklist.Choose(checklist.Over30M)), highVolumes
		}
		e, err := Decide(open, b)
		if err != nil {
			t.Fatal(err)
		}
		known := open.Clone()
		scenario.VolumeSlot{}.Set(&known, scenario.At{}, scenario.Value{Amount: quantity.Exactly(rapid.SampledFrom(volumes).Draw(t, "volume"))})
		at, err := Decide(known, b)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range []checklist.Option{checklist.Kubernetes, checklist.Serverless, checklist.Wasm} {
			if was, is := rankedAs(e, o).Economics, rankedAs(at, o).Economics; was < is-1e-9 {
				t.Fatalf("%s loses %v while the volume is open and %v at %v", o, was, is, at.Volume())
			}
		}
	})
}

// TestCheapWasmNeedsAReason: its price takes nothing from the others until
// something asks for isolates or its saving pays an engineer.
func TestCheapWasmNeedsAReason(t *testing.T) {
	t.Parallel()
	loses := func(volume float64, pairs ...string) float64 {
		s := scenariotest.Answered(append([]string{"parts", "alike", "traffic", "steady"}, pairs...)...)
		scenario.VolumeSlot{}.Set(&s, scenario.At{}, scenario.Value{Amount: quantity.Exactly(volume)})
		e := evaluate(t, s)
		if rankedAs(e, checklist.Wasm).MonthlyUSD >= rankedAs(e, checklist.Serverless).MonthlyUSD {
			t.Fatalf("Workers are not the cheapest at %v", volume)
		}
		return rankedAs(e, checklist.Serverless).Economics
	}
	if got := loses(10e6); got != 0 {
		t.Errorf("without a reason serverless loses %v", got)
	}
	if got := loses(10e6, "untrusted_code", "yes"); got >= 0 {
		t.Errorf("with code of others serverless loses %v", got)
	}
	for volume, want := range map[float64]bool{1e9: false, 30e9: true} { // some $2,000 a month, and some $30,000
		s := scenariotest.Answered("traffic", "steady")
		scenario.VolumeSlot{}.Set(&s, scenario.At{}, scenario.Value{Amount: quantity.Exactly(volume)})
		if got := evaluate(t, s).rewritePays(); got != want {
			t.Errorf("a rewrite pays at %v: %v", volume, got)
		}
	}
}

// TestRoomOnAClusterCostsNoFloor: beside a staffed cluster with room a system
// pays what it adds, and without staff the room is nobody's.
func TestRoomOnAClusterCostsNoFloor(t *testing.T) {
	t.Parallel()
	economics := func(pairs ...string) float64 {
		s := scenariotest.Answered(append([]string{"parts", "alike"}, pairs...)...)
		scenario.VolumeSlot{}.Set(&s, scenario.At{}, scenario.Value{Amount: quantity.Exactly(2e6)})
		return rankedAs(evaluate(t, s), checklist.Kubernetes).Economics
	}
	alone, room, unstaffed := economics(), economics("spare_cluster", "yes"), economics("spare_cluster", "yes", "platform_team", "no")
	if alone != -economicsCap || room != 0 || unstaffed != -economicsCap {
		t.Errorf("alone %v, with room %v, unstaffed %v", alone, room, unstaffed)
	}
}
