package json

import (
	"runwhere/model/search"
)

// Sought says what was sought and found, with values in base units.
func Sought(s *search.Sought) ([]byte, error) {
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
