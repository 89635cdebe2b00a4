package offers

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// YAML returns the overlay, a price file of our format, from all files that
// were read. What was left out is said in comments at its top. The error is an
// *Error; there is no overlay without a price.
func (u *Update) YAML() ([]byte, error) {
	if err := u.close(); err != nil {
		return nil, err
	}
	if len(u.prices) == 0 {
		return nil, u.nothing()
	}
	slices.SortFunc(u.prices, func(a, b *price) int {
		return cmp.Or(strings.Compare(a.id, b.id), strings.Compare(a.region, b.region))
	})
	var b strings.Builder
	u.writeHead(&b)
	regions := map[string]bool{}
	keys := u.sources()
	for _, p := range u.prices {
		regions[p.region] = true
	}
	fmt.Fprintf(&b, "provider: %s\ncollected: %s\nregions: %s\nsources:\n", u.files[0].provider, u.today, strings.Join(sorted(regions), " "))
	for _, s := range keys {
		fmt.Fprintf(&b, "  %s: %s\n", s[0], strconv.Quote(s[1]))
	}
	machines := slices.DeleteFunc(slices.Clone(u.prices), func(p *price) bool { return p.size == nil })
	listed := slices.DeleteFunc(slices.Clone(u.prices), func(p *price) bool { return p.size != nil })
	if len(listed) > 0 {
		b.WriteString("prices:\n")
	}
	for rest := listed; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].joins(rest[0]) {
			n++
		}
		writePrices(&b, rest[:n])
		rest = rest[n:]
	}
	if len(machines) > 0 {
		writeMachines(&b, machines)
	}
	return []byte(b.String()), nil
}

// nothing says why there is no overlay.
func (u *Update) nothing() error {
	file, rows, elsewhere, unsized := "", 0, 0, 0
	if len(u.files) == 1 {
		file = u.files[0].label
	}
	for _, f := range u.files {
		rows, elsewhere, unsized = rows+f.rows, elsewhere+f.elsewhere, unsized+f.unsized
	}
	switch {
	case elsewhere > 0:
		return fail(file, "", "no known price in region %s among %d rows, and %d in other regions; expected prices of that region", clip(u.region), rows, elsewhere)
	case unsized > 0:
		return fail(file, "", "no known price among %d rows, of which %d are %s; expected types that the price book has", rows, unsized, ofNoSize)
	}
	return fail(file, "", "no known price among %d rows; expected meters that the price book has, such as lambda.requests", rows)
}

// ofNoSize is what is said of machines that cannot be added to the book.
const ofNoSize = "machines that the price book does not have and whose size is not stated"

// writeHead says where the overlay is from, and what it leaves out.
func (u *Update) writeHead(b *strings.Builder) {
	b.WriteString("# Prices from the provider's own price files, as `runwhere prices update` read them.\n")
	for _, f := range u.files {
		fmt.Fprintf(b, "# %s: %s; %d rows: %d are prices here%s\n", comment(f.label), f.title, f.rows, f.kept, f.leftOut())
		if f.open {
			fmt.Fprintf(b, "# %s names a further page, which was not read: prices may be missing.\n", comment(f.label))
		}
	}
}

// leftOut counts the rows that are no prices of the overlay, by reason.
func (f *file) leftOut() string {
	text := ""
	for _, part := range []struct {
		n    int
		text string
	}{
		{f.rows - f.kept - f.elsewhere - f.unpriced - f.unsized - f.unfit, "have no price id of ours"},
		{f.elsewhere, "are of other regions"},
		{f.unpriced, "cost nothing or are not sold on demand"},
		{f.unsized, "are " + ofNoSize},
		{f.unfit, "are for all regions where the price book has a price by region"},
	} {
		if part.n > 0 {
			text += fmt.Sprintf(", %d %s", part.n, part.text)
		}
	}
	return text
}

// LeftOut says, a sentence a file, what of our own could not be written: a reader
// who takes the overlay for whole would compare without it.
func (u *Update) LeftOut() []string {
	var sentences []string
	for _, f := range u.files {
		for _, part := range []struct {
			n    int
			text string
		}{{f.unsized, ofNoSize}, {f.unfit, "prices for all regions where the price book has one by region"}} {
			if part.n > 0 {
				sentences = append(sentences, fmt.Sprintf("%s: left out: %s (%d)", f.label, part.text, part.n))
			}
		}
		if f.open {
			sentences = append(sentences, f.label+": names a further page, which was not read: prices may be missing")
		}
	}
	return sentences
}

// comment keeps a name within its line.
func comment(s string) string {
	s = strconv.Quote(s)
	return s[1 : len(s)-1]
}

// sources names the sources of all prices, and returns their table.
func (u *Update) sources() [][2]string {
	var table [][2]string
	for _, p := range u.prices {
		for n, key := 2, p.key; ; n++ {
			i := slices.IndexFunc(table, func(s [2]string) bool { return s[0] == p.key })
			if i < 0 {
				table = append(table, [2]string{p.key, p.source})
				break
			}
			if table[i][1] == p.source {
				break
			}
			p.key = key + "-" + strconv.Itoa(n) // Two versions of one file.
		}
	}
	if slices.ContainsFunc(u.prices, func(p *price) bool { return p.size != nil }) {
		table = append(table, [2]string{sizesKey, sizesSource})
	}
	slices.SortFunc(table, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	return table
}

// joins reports whether two prices may be in one entry.
func (p *price) joins(o *price) bool {
	return p.id == o.id && p.unit == o.unit && p.free == o.free && p.key == o.key && p.asOf == o.asOf &&
		slices.EqualFunc(p.tiers, o.tiers, func(a, b tier) bool { return a.from == b.from })
}

// writePrices writes one entry: a price in the regions that share a source.
func writePrices(b *strings.Builder, prices []*price) {
	p := prices[0]
	fmt.Fprintf(b, "  - id: %s\n    unit: %s\n", p.id, p.unit)
	if p.free > 0 {
		fmt.Fprintf(b, "    free: %s\n", plain(p.free))
	}
	if len(p.tiers) > 1 {
		b.WriteString("    from:")
		for _, t := range p.tiers {
			b.WriteString(" " + plain(t.from))
		}
		b.WriteByte('\n')
	}
	b.WriteString("    usd:\n")
	for _, p := range prices {
		fmt.Fprintf(b, "      %s:", p.region)
		for _, t := range p.tiers {
			b.WriteString(" " + plain(t.usd))
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "    source: %s\n    as_of: %s\n", p.key, p.asOf)
}

func sorted(set map[string]bool) []string {
	var words []string
	for word := range set {
		words = append(words, word)
	}
	slices.Sort(words)
	return words
}
