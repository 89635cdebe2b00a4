package guide

import (
	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
)

// ComparedRow is one row of the three-way comparison: what the guide claims of
// each option, beside what holds today for the platform that stands for it.
type ComparedRow struct {
	ID     string
	Label  string
	Cells  []ComparedCell // kubernetes, serverless, wasm
	Checks []Fact         // better facts about the row that no cell shows
}

// ComparedCell is one option in a row.
type ComparedCell struct {
	Option   checklist.Option
	Platform *costs.Platform
	Claim    string // "-" where the guide has no such row
	Facts    []Fact // empty where nothing newer than the claim is known
}

// The rows of the published comparison that have a source of their own.
const (
	rowColdStart   = "cold_start"
	rowScaleToZero = "scale_to_zero"
	rowLowScale    = "cost_at_low_scale"
	rowHighScale   = "cost_at_high_scale"
)

// The volumes of the rows on cost, in requests a month: the ends of the
// guide's own table.
const (
	LowScale  = 100e3
	HighScale = 500e6
)

// rowSubjects are the limits that answer a row.
var rowSubjects = map[string]string{
	"max_duration": costs.LimitDuration, "state": costs.LimitState, "gpu": costs.LimitGPU,
	"connections": costs.LimitConnections, "memory": costs.LimitMemory, "payload": costs.LimitPayload,
	"concurrency": costs.LimitConcurrency, "languages": costs.LimitLanguages,
}

// addedRows are subjects that the guide's table lacks and a platform's limits
// speak of.
var addedRows = []checklist.ComparisonRow{
	{ID: "connections", Label: "Open connections"},
	{ID: "memory", Label: "Memory"},
	{ID: "payload", Label: "Size of a response"},
	{ID: "concurrency", Label: "Concurrency"},
	{ID: "languages", Label: "Languages"},
}

// addedChecks are better facts about the added rows.
var addedChecks = map[string]string{"connections": "persistent-connections", "languages": "wasm-languages"}

// checkOptions says which option's claim a fact check is about.
var checkOptions = map[string]checklist.Option{
	"keda-scale-to-zero": checklist.Kubernetes, "scenario-a-ratio": checklist.Kubernetes, "gpu": checklist.Serverless,
	"serverless-cold-start": checklist.Serverless, "serverless-max-duration": checklist.Serverless, "serverless-state": checklist.Serverless,
	"persistent-connections": checklist.Serverless, "wasm-cold-start": checklist.Wasm, "wasm-one-binary": checklist.Wasm,
	"wasm-max-duration": checklist.Wasm, "wasm-cost-at-scale": checklist.Wasm, "wasm-languages": checklist.Wasm,
}

// Comparison puts facts beside the guide's three-way comparison: a platform's
// own limits where the row has such a subject, the scenario's bills for the
// rows on cost, measured starts, and fact checks otherwise.
func Comparison(e *model.Evaluation) []ComparedRow {
	var rows []ComparedRow
	for _, published := range checklist.Comparison {
		rows = append(rows, comparedRow(e, &published))
	}
	for _, added := range addedRows {
		if check, ok := checklist.FactCheckByID(addedChecks[added.ID]); ok {
			added.Checks = checklist.Checks{check.ID}
		}
		rows = append(rows, comparedRow(e, &added))
	}
	return rows
}

func comparedRow(e *model.Evaluation, published *checklist.ComparisonRow) ComparedRow {
	row := ComparedRow{ID: published.ID, Label: published.Label}
	for _, o := range checklist.Placeable {
		cell := ComparedCell{Option: o, Platform: e.Platform(o), Claim: claimOf(published, o)}
		checks := checksFor(published.Checks.Facts(), o)
		if cell.Facts = ownFacts(e, published.ID, cell.Platform); len(cell.Facts) == 0 {
			cell.Facts = factsOf(checks)
		} else {
			row.Checks = append(row.Checks, factsOf(checks)...)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// NoClaim stands where the guide says nothing of an option.
const NoClaim = "-"

// claimOf is what the guide says of an option in a row.
func claimOf(row *checklist.ComparisonRow, o checklist.Option) string {
	claim := map[checklist.Option]string{checklist.Kubernetes: row.Kubernetes, checklist.Serverless: row.Serverless, checklist.Wasm: row.Wasm}[o]
	if claim == "" {
		return NoClaim
	}
	return claim
}

// checksFor are the fact checks that are about an option.
func checksFor(checks []checklist.FactCheck, o checklist.Option) []checklist.FactCheck {
	var found []checklist.FactCheck
	for _, c := range checks {
		if checkOptions[c.ID] == o {
			found = append(found, c)
		}
	}
	return found
}
