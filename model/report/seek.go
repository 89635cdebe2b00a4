package report

import (
	"runwhere/model/search"
)

// SeekText says what was sought and found, a sentence a line.
func SeekText(s *search.Sought) []byte {
	p := &page{}
	for _, sentence := range s.Sentences() {
		p.text("", sentence)
	}
	return p.bytes()
}
