package offers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// machine is the size of an instance type that the book does not have, and what
// of it is left for pods.
type machine struct {
	arch        string // amd64, arm64
	vcpu        int
	mib         float64
	gpus        int
	pods        int
	allocatable [2]float64 // mCPU and MiB
}

// machineOf reads the size of an EC2 instance type from the attributes of its
// product. It is not known where one of them is missing or "NA", as those of
// some bare-metal types are, and of no use where nothing is left for pods.
func machineOf(attributes map[string]string) (m machine, ok bool) {
	vcpu, err := strconv.Atoi(attributes["vcpu"])
	mib, sized := gibibytes(attributes["memory"])
	processor := attributes["physicalProcessor"]
	if err != nil || vcpu < 1 || vcpu > mostVCPU || !sized || processor == "" || processor == "NA" {
		return machine{}, false
	}
	m = machine{arch: "amd64", vcpu: vcpu, mib: mib, pods: podsOf(vcpu)}
	if strings.Contains(processor, "Graviton") {
		m.arch = "arm64"
	}
	if text := attributes["gpu"]; text != "" && text != "NA" {
		if m.gpus, err = strconv.Atoi(text); err != nil || m.gpus < 0 || m.gpus > mostVCPU {
			return machine{}, false
		}
	}
	m.allocatable = m.reserved()
	return m, m.allocatable[0] >= 1 && m.allocatable[1] >= 1
}

const (
	mostVCPU = 4096    // of one machine; the largest today has some nine hundred
	mostMiB  = 1 << 30 // a PiB
)

// gibibytes reads a memory such as "8 GiB", "0.5 GiB" or "1,952 GiB", in MiB.
func gibibytes(text string) (mib float64, ok bool) {
	digits, found := strings.CutSuffix(strings.ReplaceAll(text, ",", ""), " GiB")
	gib, fine := amount(digits)
	if !found || !fine {
		return 0, false
	}
	mib = float(gib) * 1024
	return mib, mib >= 1 && mib <= mostMiB
}

// row prints the size as the table of instances has it.
func (m *machine) row() string {
	return fmt.Sprintf("%s %d %s %d %d %d %d", m.arch, m.vcpu, plain(m.mib), m.gpus, m.pods, int(m.allocatable[0]), int(m.allocatable[1]))
}

// sizesSource says what in the rows is stated, and what is worked out or assumed.
const sizesSource = "vCPU, memory and GPUs of the AWS price list; pods as nearly all families have them by size, and what is left for pods, worked out"

// sizesKey names it in the table of sources. No other key is a bare word.
const sizesKey = "sizes"

// column is one region of the table of machines, from one source.
type column struct{ region, key, asOf string }

// writeMachines writes the table of the types that the book does not have: a row
// a type, by name, with a price a region. A type of one name has one size.
func writeMachines(b *strings.Builder, machines []*price) {
	var columns []column
	rows := map[string]map[column]*price{}
	asOf := ""
	for _, p := range machines {
		at := column{p.region, p.key, p.asOf}
		if !slices.Contains(columns, at) {
			columns = append(columns, at)
		}
		if rows[p.id] == nil {
			rows[p.id] = map[column]*price{}
		}
		rows[p.id][at] = p
		asOf = max(asOf, p.asOf)
	}
	b.WriteString("instances:\n")
	fmt.Fprintf(b, "  sizes: {source: %s, as_of: %s}\n", sizesKey, asOf)
	for _, line := range []struct {
		name string
		of   func(column) string
	}{
		{"regions", func(c column) string { return c.region }},
		{"source", func(c column) string { return c.key }},
		{"as_of", func(c column) string { return c.asOf }},
	} {
		fmt.Fprintf(b, "  %s:", line.name)
		for _, c := range columns {
			b.WriteString(" " + line.of(c))
		}
		b.WriteByte('\n')
	}
	b.WriteString("  new_types:\n")
	for i, p := range machines {
		if i > 0 && p.id == machines[i-1].id {
			continue
		}
		_, name, _ := strings.Cut(p.id, ".")
		fmt.Fprintf(b, "    %s: %s |", name, p.size.row())
		for _, c := range columns {
			usd := "-"
			if hour := rows[p.id][c]; hour != nil {
				usd = plain(hour.tiers[0].usd)
			}
			b.WriteString(" " + usd)
		}
		b.WriteByte('\n')
	}
}
