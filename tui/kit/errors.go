package kit

import (
	"errors"

	"runwhere/model/quantity"
)

// WithoutKey leaves the key out of an error where the screen names the field.
func WithoutKey(err error) error {
	var e *quantity.InputError
	if err == nil || !errors.As(err, &e) {
		return err
	}
	short := *e
	short.Key, short.Value = "", ""
	return &short
}
