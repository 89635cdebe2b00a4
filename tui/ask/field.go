package ask

// Kind says how a field of a form is filled in.
type Kind int

const (
	// KindText is a line of text: names, quantities with units.
	KindText Kind = iota
	// KindChoice is one of Options, or none.
	KindChoice
	// KindMulti is any number of Options.
	KindMulti
	// KindConfirm is Yes, No, or none.
	KindConfirm
)

// Field is one entry of a form.
type Field struct {
	// Key names the field's value in the result.
	Key string
	// Title names the field on the screen, one line.
	Title string
	// Description explains it while it has the focus; it may be empty.
	Description string
	// Placeholder is drawn dimmed where a text is empty, such as the default
	// that then applies. It is never a value.
	Placeholder string
	// Kind says which of the following are used.
	Kind Kind
	// Value is the present value of all kinds but KindMulti: the text, the id
	// of an option, Yes or No. "" is left out.
	Value string
	// Values are the present ids of a KindMulti.
	Values []string
	// Options are the choices of KindChoice and KindMulti.
	Options []Choice
	// Required makes leaving the field out an error.
	Required bool
	// Limit is the most characters that a KindText takes; 0 is TextLimit. A
	// longer Value is kept.
	Limit int
	// Validate returns what is wrong with a value that is not left out, nil
	// when nothing is. The ids of a KindMulti come joined with commas. It is
	// called at every keypress and so has to be quick.
	Validate func(string) error
	// Live returns one line that says how a valid text is understood, such as
	// "= 50,000,000 requests a month". It is called at every keypress.
	Live func(string) string
}

// Values are the results of a form by field key. What was left out is not in
// them: absent is not zero.
type Values struct {
	// One has the values of all kinds but KindMulti.
	One map[string]string
	// Many has the ids chosen in the fields of KindMulti, in option order.
	Many map[string][]string
}
