package ask

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// What a person may ask for instead of answering.
var (
	// ErrBack means the previous question is wanted.
	ErrBack = errors.New("back to the previous question")
	// ErrQuit means the person wants to stop.
	ErrQuit = errors.New("stopped on request")
	// ErrNoAnswer means that too many lines in a row made no sense.
	ErrNoAnswer = errors.New("no usable answer")
)

// EOFError means that the input ended before every question was settled.
// errors.Is(err, io.EOF) holds for it.
type EOFError struct {
	// Open has the ids of the questions that were neither answered nor
	// skipped, in the order in which they are asked. A question without an id
	// is there by its title.
	Open []string
}

// Error names the open questions.
func (e *EOFError) Error() string {
	if len(e.Open) == 0 {
		return "the input ended"
	}
	return "the input ended with questions still open: " + strings.Join(e.Open, ", ")
}

// Unwrap returns io.EOF.
func (e *EOFError) Unwrap() error { return io.EOF }

// Plain asks the same questions line by line, for pipes, screen readers and
// terminals that cannot draw. It writes plain text without escape codes. All
// questions share one buffered reader, so piped lines are not lost between
// them; do not read the input elsewhere at the same time.
type Plain struct {
	in  *bufio.Reader
	out io.Writer
}

// NewPlain returns a Plain that reads lines from in and writes to out.
func NewPlain(in io.Reader, out io.Writer) *Plain {
	return &Plain{in: bufio.NewReaderSize(in, longestLine), out: out}
}

// Ask puts one question and returns the id of the answer, "" when it was left
// unanswered. Current is the id of the stored answer, or "".
//
// A number answers, an empty line leaves the question unanswered, "k" keeps a
// stored answer, "b" returns ErrBack and "q" ErrQuit. Anything else is asked
// again. At the end of the input the error is an *EOFError; others are errors
// of reading or writing, or wrap ErrNoAnswer.
func (p *Plain) Ask(q Question, current string) (string, error) {
	at := q.index(current)
	if err := p.write(printed(q, at)); err != nil {
		return "", err
	}
	allowed := allowed(len(q.Choices), at)
	for range mostTries {
		if err := p.write(allowed + ": "); err != nil {
			return "", err
		}
		line, err := p.line()
		if err != nil {
			return "", p.ended(err, name(q))
		}
		switch word := strings.ToLower(line.text); {
		case line.bad != "":
		case word == "":
			return "", nil
		case word == "b":
			return "", ErrBack
		case word == "q":
			return "", ErrQuit
		case word == "k" && at != unanswered:
			return current, nil
		default:
			if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(q.Choices) {
				return q.Choices[n-1].ID, nil
			}
			line.bad = line.quoted() + " is none of these"
		}
		if err := p.write("Not understood: " + line.bad + ".\n"); err != nil {
			return "", err
		}
	}
	return "", fmt.Errorf("%s: %w in %d lines", name(q), ErrNoAnswer, mostTries)
}

// AskAll puts all questions in order, going back where asked to. Current has
// stored answers by question id and may be nil; it is not changed. Ids have to
// be unique and not empty. After fifty steps back in a row the error is ErrBack,
// since only a machine types that. The result
// has the answered questions only. With ErrQuit, *EOFError and other errors it
// has what was answered by then.
func (p *Plain) AskAll(questions []Question, current map[string]string) (map[string]string, error) {
	answers := map[string]string{}
	for _, q := range questions {
		if at := q.index(current[q.ID]); at != unanswered {
			answers[q.ID] = q.Choices[at].ID
		}
	}
	settled := make([]bool, len(questions))
	backs := 0 // in a row
	for i := 0; i < len(questions); {
		q := questions[i]
		if err := p.write(fmt.Sprintf("Question %d of %d\n", i+1, len(questions))); err != nil {
			return answers, err
		}
		answer, err := p.Ask(q, answers[q.ID])
		var ended *EOFError
		switch {
		case errors.Is(err, ErrBack) && backs < mostTries:
			backs++
			if i == 0 {
				if err := p.write("This is the first question.\n"); err != nil {
					return answers, err
				}
			}
			i = max(i-1, 0)
			continue
		case errors.As(err, &ended):
			return answers, &EOFError{Open: open(questions, settled, answers)}
		case err != nil:
			return answers, err
		}
		settled[i], backs = true, 0
		delete(answers, q.ID)
		if answer != "" {
			answers[q.ID] = answer
		}
		i++
	}
	return answers, nil
}

// open returns the names of the questions that are not settled.
func open(questions []Question, settled []bool, answers map[string]string) []string {
	var names []string
	for i, q := range questions {
		if !settled[i] && answers[q.ID] == "" {
			names = append(names, name(q))
		}
	}
	return names
}

// name returns what a question is called in a message.
func name(q Question) string {
	if id := clean(q.ID); id != "" {
		return id
	}
	return clean(q.Title)
}
