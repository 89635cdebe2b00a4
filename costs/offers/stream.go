package offers

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// stream reads a JSON file value by value. The file of a large service has
// hundreds of MB, so that it is never held as a whole: only one member of an
// object is in memory at a time.
type stream struct {
	file string
	in   io.Reader
	read int64 // bytes of it
	dec  *json.Decoder
	raw  json.RawMessage // what is passed over, in one buffer for all of it
}

// mostMember is far more than any one member has: a product with all that is
// said of it has some ten thousand bytes.
const mostMember = 16 << 20

// Read hands the file to the decoder. It ends a member that has no end before
// the memory does.
func (s *stream) Read(b []byte) (int, error) {
	if s.read-s.dec.InputOffset() > mostMember {
		return 0, errors.New("holds a value of more than 16 MiB; no price list has one")
	}
	n, err := s.in.Read(b)
	s.read += int64(n)
	return n, err
}

// object reads an object; each reads the value of one key.
func (s *stream) object(key string, each func(key string) error) error {
	if err := s.open(key, '{', "an object"); err != nil {
		return err
	}
	for s.dec.More() {
		name, err := s.dec.Token()
		if err != nil {
			return s.broken(key, err)
		}
		text, _ := name.(string)
		if err := each(text); err != nil {
			return err
		}
	}
	return s.end(key)
}

// array reads an array; each reads one value of it.
func (s *stream) array(key string, each func() error) error {
	if err := s.open(key, '[', "a list"); err != nil {
		return err
	}
	for s.dec.More() {
		if err := each(); err != nil {
			return err
		}
	}
	return s.end(key)
}

func (s *stream) open(key string, want json.Delim, words string) error {
	token, err := s.dec.Token()
	if err != nil {
		return s.broken(key, err)
	}
	if token != want {
		return fail(s.file, key, "expected %s", words)
	}
	return nil
}

func (s *stream) end(key string) error {
	if _, err := s.dec.Token(); err != nil {
		return s.broken(key, err)
	}
	return nil
}

// value decodes the next value.
func (s *stream) value(key string, v any) error {
	if err := s.dec.Decode(v); err != nil {
		return s.broken(key, err)
	}
	return nil
}

// skip passes over a value, of an object or a list member by member.
func (s *stream) skip(key string) error {
	token, err := s.dec.Token()
	if err != nil {
		return s.broken(key, err)
	}
	if token != json.Delim('{') && token != json.Delim('[') {
		return nil
	}
	for s.dec.More() {
		if token == json.Delim('{') {
			if _, err := s.dec.Token(); err != nil {
				return s.broken(key, err)
			}
		}
		if err := s.pass(key); err != nil {
			return err
		}
	}
	return s.end(key)
}

// pass passes over a small value at once.
func (s *stream) pass(key string) error {
	s.raw = s.raw[:0]
	return s.value(key, &s.raw)
}

// ends checks that nothing is behind the file, and that it came whole.
func (s *stream) ends() error {
	_, err := s.dec.Token()
	var syntax *json.SyntaxError
	switch {
	case err == io.EOF: // Not wrapped; a body that is cut short has another.
		return nil
	case err == nil || errors.As(err, &syntax):
		return fail(s.file, "", "has more behind its end at byte %d; expected one price file", s.dec.InputOffset())
	}
	return s.broken("", err)
}

// broken says why a file could not be read on.
func (s *stream) broken(key string, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		cut := fail(s.file, "", "cut short after %d bytes; expected a whole price file", s.dec.InputOffset())
		cut.Err = io.ErrUnexpectedEOF
		return cut
	case errors.As(err, &syntax):
		return fail(s.file, key, "not JSON at byte %d: %s", s.dec.InputOffset()+1, err)
	case errors.As(err, &kind):
		field := strings.Trim(key+"."+kind.Field, ".")
		return fail(s.file, field, "is a %s; expected a %s", kind.Value, kind.Type)
	}
	return &Error{File: s.file, Text: err.Error(), Err: err}
}
