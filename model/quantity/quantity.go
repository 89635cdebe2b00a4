package quantity

// Kind says what a value of a scenario is and with it how it is read and
// printed: the units it takes and the base unit it is held in.
type Kind int

// The kinds of values. Base units are those of the cost model.
const (
	Text      Kind = iota // free text or an identifier
	Choice                // one of a list of words
	Choices               // any of a list of words
	Week                  // a list of 168 figures, one an hour
	Pools                 // pools of nodes by name, each with its settings
	Pairs                 // a list of pairs of keys, each with their rank correlation
	Agreed                // a list of percentages off list prices
	Flag                  // true or false
	Count                 // 50M, 1.2B, 50000000: requests, things
	Duration              // 500ms, 30s, 15m: seconds
	Memory                // 1024MiB, 1GiB: MiB
	Size                  // 300B, 4KiB: KiB
	Volume                // 20GiB: GiB
	Ratio                 // 60% or 0.6: 1 is the whole
	USD                   // 12000, $12k: US dollars
	Number                // 0.1, 2: a plain number
	KindCount             // not a kind: how many there are
)

// unit is one way to write a quantity: the figure times ten to the power of
// Shift times Factor is the quantity in the base unit. Powers of ten are kept
// apart so that they are applied to the decimal text and 34.2M is exactly
// 34,200,000.
type unit struct {
	names  []string // the first one is printed
	shift  int
	factor float64
	silent bool // read, never printed
}

// measure is how the quantities of one kind are written.
type measure struct {
	units    []unit // largest first
	bare     bool   // a figure without a unit is in the base unit
	foldCase bool   // capitals do not matter
	Example  string
}

// measures describes every numeric kind.
//
// Memory is sold in powers of two whatever the label says (Lambda's "MB" are
// MiB), so MB and GB are read as MiB and GiB there. Sizes of data keep the
// two apart: 1 KB is 1,000 bytes and 1 KiB is 1,024.
var measures = [KindCount]measure{
	Count: {
		units: []unit{
			{names: []string{"T"}, shift: 12, factor: 1},
			{names: []string{"B"}, shift: 9, factor: 1},
			{names: []string{"M"}, shift: 6, factor: 1},
			{names: []string{"K"}, shift: 3, factor: 1},
			{names: []string{""}, factor: 1},
		},
		bare: true, foldCase: true, Example: "50M, 1.2B, 50000000",
	},
	Duration: {
		units: []unit{
			{names: []string{"d"}, factor: 86400},
			{names: []string{"h"}, factor: 3600},
			{names: []string{"m", "min"}, factor: 60},
			{names: []string{"s"}, factor: 1},
			{names: []string{"ms"}, shift: -3, factor: 1},
			{names: []string{"us", "µs", "μs"}, shift: -6, factor: 1},
		},
		Example: "500ms, 30s, 15m, 2h",
	},
	Memory: {
		units: []unit{
			{names: []string{"TiB", "Ti", "TB"}, factor: 1 << 20},
			{names: []string{"GiB", "Gi", "GB"}, factor: 1 << 10},
			{names: []string{"MiB", "Mi", "MB"}, factor: 1},
			{names: []string{"KiB", "Ki", "KB"}, factor: 1.0 / (1 << 10), silent: true},
		},
		foldCase: true, Example: "512MiB, 1GiB",
	},
	Size: {
		units: []unit{
			{names: []string{"GiB", "Gi"}, factor: 1 << 20},
			{names: []string{"GB"}, shift: 9, factor: 1.0 / (1 << 10), silent: true},
			{names: []string{"MiB", "Mi"}, factor: 1 << 10},
			{names: []string{"MB"}, shift: 6, factor: 1.0 / (1 << 10), silent: true},
			{names: []string{"KiB", "Ki"}, factor: 1},
			{names: []string{"KB"}, shift: 3, factor: 1.0 / (1 << 10), silent: true},
			{names: []string{"B"}, factor: 1.0 / (1 << 10)},
		},
		foldCase: true, Example: "300B, 4KiB, 2MiB",
	},
	Volume: {
		units: []unit{
			{names: []string{"TiB", "Ti"}, factor: 1 << 10},
			{names: []string{"GiB", "Gi", "GB"}, factor: 1},
			{names: []string{"MiB", "Mi"}, factor: 1.0 / (1 << 10), silent: true},
		},
		foldCase: true, Example: "20GiB, 1TiB",
	},
	Ratio: {
		units: []unit{{names: []string{"%"}, shift: -2, factor: 1}, {names: []string{""}, factor: 1, silent: true}},
		bare:  true, Example: "60%, 0.6",
	},
	USD: {
		units: []unit{
			{names: []string{"B"}, shift: 9, factor: 1, silent: true},
			{names: []string{"M"}, shift: 6, factor: 1, silent: true},
			{names: []string{"K"}, shift: 3, factor: 1, silent: true},
			{names: []string{""}, factor: 1},
		},
		bare: true, foldCase: true, Example: "12000, $40k",
	},
	Number: {
		units: []unit{{names: []string{""}, factor: 1}},
		bare:  true, Example: "2, 0.5",
	},
}

// Smallest is the least quantity of each kind, in the base unit, that is not 0 and
// means something: a request in a thousand months, a microsecond, a KiB of memory,
// a thousandth of a byte a request, a MiB of disk, a millionth of a per cent or of
// a dollar. What is smaller is a slip of the pen, and its ratios would fill a line.
var Smallest = [KindCount]float64{
	Count: 0.001, Duration: 1e-6, Memory: 1.0 / (1 << 10), Size: 0.001 / (1 << 10), Volume: 1.0 / (1 << 10), Ratio: 1e-8, USD: 1e-6, Number: 1e-6,
}

// Numeric reports whether values of the kind are amounts: figures or ranges.
func (k Kind) Numeric() bool { return k >= Count && k < KindCount }

// Measure returns how the kind is written; that of a plain number for kinds
// that are not numeric, so that no caller can fail.
func (k Kind) Measure() *measure {
	if !k.Numeric() {
		k = Number
	}
	return &measures[k]
}
