package ask

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// longestLine is the most bytes that a line may have; longer ones are read
	// to their end and refused.
	longestLine = 4096
	// longestRead is where reading on for the end of a line stops: what has no
	// line ends for so long is no list of answers.
	longestRead = 1 << 20
	// mostTries is the number of useless lines in a row after which a question
	// is given up, so that an endless input cannot keep the program for ever.
	mostTries = 50
)

// typed is one line of input: its text without outer spaces, or what is bad
// about it.
type typed struct{ text, bad string }

// quoted returns the beginning of the line in quotes, safe to print.
func (t typed) quoted() string {
	const most = 40
	short := []rune(t.text)
	if len(short) > most {
		return strconv.QuoteToASCII(string(short[:most])) + "..."
	}
	return strconv.QuoteToASCII(t.text)
}

// line reads one line. A last line without a line end counts; after it the
// error is io.EOF.
func (p *Plain) line() (typed, error) {
	raw, err := p.in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return p.skipLine(len(raw))
	}
	if err != nil && (!errors.Is(err, io.EOF) || len(raw) == 0) {
		return typed{}, err
	}
	return parse(string(raw)), nil
}

// skipLine reads to the end of a line that is too long.
func (p *Plain) skipLine(read int) (typed, error) {
	for read < longestRead {
		raw, err := p.in.ReadSlice('\n')
		read += len(raw)
		switch {
		case err == nil, errors.Is(err, io.EOF):
			return typed{bad: fmt.Sprintf("the line is longer than %d bytes", longestLine)}, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return typed{}, err
		}
	}
	return typed{}, fmt.Errorf("no line end in %d bytes", longestRead)
}

// parse takes the line end and outer spaces off and refuses what is not text.
func parse(raw string) typed {
	text := strings.TrimSpace(strings.TrimPrefix(raw, "\uFEFF"))
	if !utf8.ValidString(text) {
		return typed{bad: "the line is not valid UTF-8"}
	}
	for _, r := range text {
		if unicode.IsControl(r) && r != '\t' {
			return typed{bad: "the line has control characters"}
		}
	}
	return typed{text: text}
}

// write writes to the output; its error says what was being done.
func (p *Plain) write(text string) error {
	if _, err := io.WriteString(p.out, text); err != nil {
		return fmt.Errorf("writing a question: %w", err)
	}
	return nil
}

// ended turns an error of reading into the one that a caller gets. The prompt
// is left on its own line, as the end of input leaves the cursor behind it.
func (p *Plain) ended(err error, open string) error {
	if !errors.Is(err, io.EOF) {
		return fmt.Errorf("reading the answer to %s: %w", open, err)
	}
	if err := p.write("\n"); err != nil {
		return err
	}
	return &EOFError{Open: []string{open}}
}
