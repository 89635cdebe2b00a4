package file

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// broken puts other line breaks in place of a file's, by the bytes in turn, and
// a byte order mark before it.
func broken(file []byte, breaks []byte, mark bool) []byte {
	var out bytes.Buffer
	if mark {
		out.WriteString(byteOrderMark)
	}
	for i, line := range strings.Split(string(file), "\n") {
		if i > 0 {
			b := "\n"
			if len(breaks) > 0 {
				b = lineBreaks[int(breaks[(i-1)%len(breaks)])%len(lineBreaks)]
			}
			out.WriteString(b)
		}
		out.WriteString(line)
	}
	return out.Bytes()
}

// TestUpdateKeepsUnusualBreaks changes one value of a person's file in every
// style of line breaks: nothing but that value may change.
func TestUpdateKeepsUnusualBreaks(t *testing.T) {
	t.Parallel()
	const mixed = "\x00\x01\x02\x03\x04\x05"
	for _, breaks := range []string{"\x00", "\x01", "\x02", "\x03", "\x04", "\x05", "\x00\x01", mixed} {
		for _, mark := range []bool{false, true} {
			original := broken([]byte(authored), []byte(breaks), mark)
			s, err := Decode("a.yaml", original)
			if err != nil {
				t.Fatalf("%q: %v", breaks, err)
			}
			if s, err = scenario.Set(s, "components.pdf.memory=2GiB"); err != nil {
				t.Fatal(err)
			}
			want := bytes.Replace(original, []byte("memory: 1GiB "), []byte("memory: 2048MiB "), 1)
			if got, err := Update(original, s); err != nil || !bytes.Equal(got, want) {
				t.Errorf("breaks %q, mark %v: %v\n%q\nwant\n%q", breaks, mark, err, got, want)
			}
		}
	}
}

// TestUpdateGivesNewLinesTheFilesOwnBreak adds a section to files of one style.
func TestUpdateGivesNewLinesTheFilesOwnBreak(t *testing.T) {
	t.Parallel()
	for i, own := range lineBreaks {
		original := broken([]byte(authored), []byte{byte(i)}, true)
		s, err := Decode("a.yaml", original)
		if err != nil {
			t.Fatal(err)
		}
		s.Growth.Monthly = scenario.Some(quantity.Exactly(0.08))
		want := broken([]byte(strings.Replace(authored, "# the end\n", "growth:\n  monthly: 8%\n# the end\n", 1)), []byte{byte(i)}, true)
		if got, err := Update(original, s); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%q: %v\n%q\nwant\n%q", own, err, got, want)
		}
	}
}

// TestUpdateOfACommentThatEndsEarly: to the parser a line separator ends the
// comment, and what looks like the rest of it is a value.
func TestUpdateOfACommentThatEndsEarly(t *testing.T) {
	t.Parallel()
	const original = "# note\u2028growth: {monthly: 8%}\nrunwhere: 1\nname: x\ncomponents:\n- name: api\n  requests_per_month: 5M\n"
	s, err := Decode("ls.yaml", []byte(original))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ change, old, new string }{
		{"growth.monthly=9%", "8%", "9%"},
		{"name=z", "name: x", "name: z"},
		{"growth.horizon_months=12", "growth: {monthly: 8%}", "growth: {monthly: 8%, horizon_months: 12}"},
	} {
		next, err := scenario.Set(s, c.change)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Update([]byte(original), next)
		if want := strings.Replace(original, c.old, c.new, 1); err != nil || string(got) != want {
			t.Errorf("%s: %v\n%q\nwant\n%q", c.change, err, got, want)
		}
	}
}

// TestACommentBehindTextOnSeveralLinesIsKept tells a comment from the text of a
// value that is written anew.
func TestACommentBehindTextOnSeveralLinesIsKept(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"runwhere: 1\nname: \"a\n  # text\n  b\" # kept\n", "runwhere: 1\n# kept\nname: z\n"},
		{"runwhere: 1\nname: 'it''s\n  # text\n b' # kept\n# end\n", "runwhere: 1\n# kept\nname: z\n# end\n"},
		{"{runwhere: 1, name: \"a\r  # text\r  b\"  # kept\r}\r", "# kept\rrunwhere: 1\rname: z\r"},
	} {
		s, err := Decode("a.yaml", []byte(c[0]))
		if err != nil {
			t.Fatal(err)
		}
		s.Name = scenario.Some("z")
		if got, err := Update([]byte(c[0]), s); err != nil || string(got) != c[1] {
			t.Errorf("%v\n%q\nwant\n%q", err, got, c[1])
		}
	}
}

// TestNothingIsWrittenThatReadsBackOtherwise gives Update scenarios that no
// file can hold.
func TestNothingIsWrittenThatReadsBackOtherwise(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]scenario.Scenario{
		"two of a name": {Components: []scenario.Component{{Name: "a"}, {Name: "a"}}},
		"no text":       {Name: scenario.Some("\xff")},
		"no such word":  {Cloud: scenario.Some("moon")},
	} {
		if data, err := Update([]byte(authored), s); err == nil || !strings.HasPrefix(err.Error(), "not written") {
			t.Errorf("%s: %v\n%s", name, err, data)
		}
		if err := CheckReadBack(Encode(s), s); err == nil {
			t.Errorf("%s is read back", name)
		}
	}
}

// TestDifferencesAndSameness holds both against the scenarios themselves.
func TestDifferencesAndSameness(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := drawAny(t)
		b := mutate(t, a)
		if got, want := scenario.SameValues(&a, &b), scenariotest.Same(a, b); got != want {
			t.Fatalf("the same: %v, want %v\n%s\n%s", got, want, Encode(a), Encode(b))
		}
		if found := scenario.Differences(&a, &b); (len(found) == 0) != bytes.Equal(Encode(a), Encode(b)) {
			t.Fatalf("%v\n%s\n%s", found, Encode(a), Encode(b))
		}
	})
	a := scenario.Scenario{Components: []scenario.Component{{Name: "api", Duration: scenario.Some(quantity.Exactly(0.5))}, {Name: "old"}}}
	b := scenario.Scenario{Name: scenario.Some("x"), Components: []scenario.Component{{Name: "new"}, {Name: "api", Duration: scenario.Some(quantity.Exactly(0.8))}}}
	want := []scenario.Difference{
		{Key: "name", B: "x"},
		{Key: "components.api.duration", A: "500ms", B: "800ms"},
		{Key: "components.old", A: "there", Only: true},
		{Key: "components.new", B: "there", Only: true},
	}
	if got := scenario.Differences(&a, &b); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	b.Components[0], b.Components[1] = b.Components[1], scenario.Component{Name: "old"}
	a.Components[0], a.Components[1] = a.Components[1], b.Components[0]
	b.Name = a.Name
	if got := scenario.Differences(&a, &b); len(got) != 1 || got[0] != (scenario.Difference{Key: "components", A: "old, api", B: "api, old"}) {
		t.Errorf("%+v", got)
	}
}

// FuzzUpdateBreaks changes a value of a commented file with any mixture of line
// breaks: it reads back as the changed scenario, and every comment survives.
func FuzzUpdateBreaks(f *testing.F) {
	f.Add(uint8(0), "components.orders-api.duration=800ms", []byte{2}, false)
	f.Add(uint8(1), "growth.monthly=8%", []byte{3, 0}, true)
	f.Add(uint8(2), "components.api.traits=gpu", []byte{4, 5, 0, 1}, true)
	f.Add(uint8(3), "platforms.compare=eks,gke", []byte{1, 0, 0, 2}, false)
	f.Fuzz(func(t *testing.T, which uint8, assignment string, breaks []byte, mark bool) {
		file := []byte(authored)
		if presets := Presets(); int(which)%(len(presets)+1) > 0 {
			s, err := Preset(presets[int(which)%(len(presets)+1)-1].Name)
			if err != nil {
				t.Fatal(err)
			}
			file = annotate(Encode(s))
		}
		original := broken(file, breaks, mark)
		before, err := Decode("f", original)
		if plain, perr := Decode("f", file); err != nil || perr != nil || !scenariotest.Same(before, plain) {
			t.Fatalf("other breaks change what is read: %v %v", err, perr)
		}
		s, err := scenario.Set(before, assignment)
		if err != nil {
			return
		}
		got, err := Update(original, s)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := Decode("g", got); err != nil || !scenariotest.Same(back, s) {
			t.Fatalf("%v\n%q\nbecomes\n%q\nand should be\n%q", err, original, got, Encode(s))
		}
		if bytes.HasPrefix(got, []byte(byteOrderMark)) != mark {
			t.Errorf("the byte order mark comes or goes: %q", got)
		}
		for i := range bytes.Count(original, []byte("# above")) {
			for _, comment := range []string{fmt.Sprintf("# above %d.", i), fmt.Sprintf("# behind %d.", i)} {
				if bytes.Count(got, []byte(comment)) != 1 {
					t.Fatalf("%s is there %d times in\n%q", comment, bytes.Count(got, []byte(comment)), got)
				}
			}
		}
	})
}
