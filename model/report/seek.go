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

// SeekJSON is the same for programs, with values in base units.
func SeekJSON(s *search.Sought) ([]byte, error) {
	found := func(f *search.Found) any {
		if f == nil {
			return nil
		}
		return object{{"value", f.Value}, {"recommendation", orNull(string(f.Becomes))}}
	}
	return indented(object{
		{"input", s.Path},
		{"today", s.Today},
		{"given", s.Given},
		{"goal", s.Goal.Text},
		{"holds", s.Holds},
		{"least", s.Least},
		{"most", s.Most},
		{"below", found(s.Below)},
		{"above", found(s.Above)},
	})
}
