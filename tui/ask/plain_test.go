package ask

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// three has three questions of three choices: a1 a2 a3, b1 b2 b3, c1 c2 c3.
func three() []Question {
	var questions []Question
	for _, id := range []string{"a", "b", "c"} {
		q := Question{ID: id, Title: "Title " + id}
		for i := range 3 {
			q.Choices = append(q.Choices, Choice{ID: fmt.Sprintf("%s%d", id, i+1), Label: fmt.Sprintf("choice %d", i+1)})
		}
		questions = append(questions, q)
	}
	return questions
}

func TestPlainPrints(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if _, err := NewPlain(strings.NewReader("2\n"), &out).Ask(team, "few"); err != nil {
		t.Fatal(err)
	}
	wanted := `
How many engineers do you have?
A small team pays for every cluster with its time.
  1. fewer than 5 [your answer]
  2. 5 to 15 (either can work)
  3. more than 15
1-3 answers, k keeps 1, empty line leaves it unanswered, b back, q quit: `
	if out.String() != wanted {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), wanted)
	}
}

func TestPlainAsk(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, input, current, answer string
		err                          error
		again                        int // times the question was asked again
	}{
		{"a number", "2\n", "", "some", nil, 0},
		{"spaces around it", "  3 \t\n", "", "many", nil, 0},
		{"windows line end", "1\r\n", "", "few", nil, 0},
		{"byte order mark", "\uFEFF1\n", "", "few", nil, 0},
		{"no line end", "2", "", "some", nil, 0},
		{"empty line", "\n", "", "", nil, 0},
		{"empty line clears", "\n", "many", "", nil, 0},
		{"empty windows line", "\r\n", "", "", nil, 0},
		{"keep", "k\n", "many", "many", nil, 0},
		{"nothing to keep", "k\n1\n", "", "few", nil, 1},
		{"an unknown answer is none", "k\n1\n", "nobody", "few", nil, 1},
		{"back", "b\n", "few", "", ErrBack, 0},
		{"back in capitals", "B\n", "", "", ErrBack, 0},
		{"quit", "q\n", "", "", ErrQuit, 0},
		{"out of range", "0\n4\n-1\n99999999999999999999\n2\n", "", "some", nil, 4},
		{"words", "two\n2\n", "", "some", nil, 1},
		{"not UTF-8", "\xff\xfe\n2\n", "", "some", nil, 1},
		{"control characters", "\x1b[2J\n\x00\n2\n", "", "some", nil, 2},
		{"a long line", strings.Repeat("1", 10000) + "\n2\n", "", "some", nil, 1},
		{"as long as the buffer", strings.Repeat(" ", longestLine-2) + "2\n1\n", "", "some", nil, 0},
		{"end", "", "", "", io.EOF, 0},
		{"end after nonsense", "x\n", "", "", io.EOF, 1},
		{"end in a long line", strings.Repeat("1", 10000), "", "", io.EOF, 1},
		{"endless nonsense", strings.Repeat("x\n", 1000), "", "", ErrNoAnswer, mostTries},
	} {
		var out bytes.Buffer
		answer, err := NewPlain(strings.NewReader(c.input), &out).Ask(team, c.current)
		if answer != c.answer || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
			t.Errorf("%s: %q, %v, want %q, %v", c.name, answer, err, c.answer, c.err)
		}
		if n := strings.Count(out.String(), "Not understood: "); n != c.again {
			t.Errorf("%s: asked again %d times, want %d:\n%s", c.name, n, c.again, out.String())
		}
		for i := range out.Len() {
			if b := out.Bytes()[i]; b < ' ' && b != '\n' {
				t.Errorf("%s: byte %#x is printed", c.name, b)
			}
		}
	}
}

func TestPlainAskAll(t *testing.T) {
	t.Parallel()
	type answers = map[string]string
	for _, c := range []struct {
		name, input string
		current     answers
		want        answers
		open        []string // of an *EOFError
		err         error
	}{
		{"piped lines answer one question each", "2\n3\n2\n", nil, answers{"a": "a2", "b": "b3", "c": "c2"}, nil, nil},
		{"the last without a line end", "1\n1\n1", nil, answers{"a": "a1", "b": "b1", "c": "c1"}, nil, nil},
		{"end at the first", "", nil, answers{}, []string{"a", "b", "c"}, io.EOF},
		{"end at the second", "2\n", nil, answers{"a": "a2"}, []string{"b", "c"}, io.EOF},
		{"end at the third", "2\n3\n", nil, answers{"a": "a2", "b": "b3"}, []string{"c"}, io.EOF},
		{"a skipped question is not open", "\n3\n", nil, answers{"b": "b3"}, []string{"c"}, io.EOF},
		{"an answer from before is not open", "2\n", answers{"c": "c1"}, answers{"a": "a2", "c": "c1"}, []string{"b"}, io.EOF},
		{"all skipped", "\n\n\n", nil, answers{}, nil, nil},
		{"skipping clears", "\nk\n3\n", answers{"a": "a1", "b": "b1", "c": "c1"}, answers{"b": "b1", "c": "c3"}, nil, nil},
		{"back changes the one before", "1\nb\n3\n2\n1\n", nil, answers{"a": "a3", "b": "b2", "c": "c1"}, nil, nil},
		{"back and keep", "1\n2\nb\nk\n1\n", nil, answers{"a": "a1", "b": "b2", "c": "c1"}, nil, nil},
		{"back at the first stays", "b\nb\n1\n2\n3\n", nil, answers{"a": "a1", "b": "b2", "c": "c3"}, nil, nil},
		{"end after going back", "1\n2\nb\n", nil, answers{"a": "a1", "b": "b2"}, []string{"c"}, io.EOF},
		{"quit keeps what is answered", "1\nq\n", nil, answers{"a": "a1"}, nil, ErrQuit},
		{"endless back", strings.Repeat("b\n", 1000), nil, answers{}, nil, ErrBack},
		{"unknown stored answers are dropped", "\n\n\n", answers{"a": "zz", "other": "1"}, answers{}, nil, nil},
	} {
		before := fmt.Sprint(c.current)
		got, err := NewPlain(strings.NewReader(c.input), io.Discard).AskAll(three(), c.current)
		if !reflect.DeepEqual(got, c.want) || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
			t.Errorf("%s: %v, %v, want %v, %v", c.name, got, err, c.want, c.err)
		}
		var ended *EOFError
		if errors.As(err, &ended) != (c.open != nil) || ended != nil && !reflect.DeepEqual(ended.Open, c.open) {
			t.Errorf("%s: error is %#v, want open %v", c.name, err, c.open)
		}
		if fmt.Sprint(c.current) != before {
			t.Errorf("%s: the stored answers were changed", c.name)
		}
	}
}

func TestPlainEOFErrorNamesQuestions(t *testing.T) {
	t.Parallel()
	_, err := NewPlain(strings.NewReader("1\n"), io.Discard).AskAll(three(), nil)
	if want := "the input ended with questions still open: b, c"; err == nil || err.Error() != want {
		t.Errorf("error is %q, want %q", err, want)
	}
	_, err = NewPlain(strings.NewReader(""), io.Discard).Ask(Question{Title: "No id?"}, "")
	if want := "the input ended with questions still open: No id?"; err == nil || err.Error() != want {
		t.Errorf("error is %q, want %q", err, want)
	}
}

func TestPlainOneReaderForAll(t *testing.T) {
	t.Parallel()
	p := NewPlain(iotest.OneByteReader(strings.NewReader("1\nb\n3\n")), io.Discard)
	first, _ := p.Ask(team, "")
	_, back := p.Ask(team, "")
	last, err := p.Ask(team, "")
	if first != "few" || !errors.Is(back, ErrBack) || last != "many" || err != nil {
		t.Errorf("got %q %v %q %v", first, back, last, err)
	}
}

// endless is a line that never ends.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestPlainReadAndWriteErrors(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	if _, err := NewPlain(iotest.ErrReader(broken), io.Discard).AskAll(three(), nil); !errors.Is(err, broken) || !strings.Contains(err.Error(), "answer to a") {
		t.Errorf("a reader that fails: %v", err)
	}
	if _, err := NewPlain(endless{}, io.Discard).AskAll(three(), nil); err == nil {
		t.Error("a line without an end is an answer")
	}
	r, w := io.Pipe()
	_ = r.CloseWithError(broken)
	if _, err := NewPlain(strings.NewReader("1\n"), w).AskAll(three(), nil); !errors.Is(err, broken) {
		t.Errorf("a writer that fails: %v", err)
	}
}

func TestPlainAlwaysEnds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		lines := rapid.SliceOf(rapid.SampledFrom([]string{"1", "2", "3", "9", "", "b", "q", "k", "x", "\xff", "\r", "-"})).Draw(r, "lines")
		input := strings.Join(lines, "\n")
		got, err := NewPlain(strings.NewReader(input), io.Discard).AskAll(three(), nil)
		for id, answer := range got {
			if !strings.HasPrefix(answer, id) {
				r.Fatalf("question %s is answered with %q", id, answer)
			}
		}
		var ended *EOFError
		if errors.As(err, &ended) && len(ended.Open)+len(got) > 3 {
			r.Fatalf("open are %v, answered %v", ended.Open, got)
		}
	})
}
