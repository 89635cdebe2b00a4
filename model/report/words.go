package report

import (
	"math"
	"strings"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
)

// full is what only a record has.
func full(said any) doc.Words { return doc.Either("", said) }

// instead says in brief what there is in place of figures, and in full why there
// are none; nothing where there are figures.
func instead(lead, why string) doc.Words {
	if why == "" {
		return doc.Say("")
	}
	return doc.Either(lead+why, why)
}

// amount prints USD: in brief to the digits that a reader needs, in full to
// the cent.
func amount(v float64) doc.Words { return doc.Either(quantity.Money(v), money(v)) }

// option is an option by its title, in its colour.
func option(o checklist.Option) doc.Words { return doc.Name(string(o), o.Title()) }

// lettered is a platform by the letter that its curve has, in full by its name.
func lettered(letter rune, name string) doc.Words { return doc.Either(string(letter)+" "+name, name) }

// unknownOr prints USD, or that it is unknown.
func unknownOr(usd float64) doc.Words {
	if math.IsNaN(usd) || math.IsInf(usd, 0) {
		return doc.Say("unknown")
	}
	return amount(usd)
}

// sourceOf names a source with its date, where it has one.
func sourceOf(source, asOf string) doc.Words {
	if asOf == "" {
		return doc.Either(doc.Source("source "+source), doc.Source(source))
	}
	return doc.Either(doc.Source("source "+source+" · as of "+asOf), doc.Say(doc.Source(source), " (", asOf, ")"))
}

// joined is a list of words in a row.
func joined(words []string) string { return strings.Join(words, ", ") }

// dash is a text, or a dash where there is none.
func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
