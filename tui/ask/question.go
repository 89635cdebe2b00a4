package ask

// Choice is one option of a question.
type Choice struct {
	// ID is what a result carries; it is never drawn unless Label is empty.
	ID string
	// Label is the option in words, one line.
	Label string
	// Note is an optional remark, drawn dimmed behind or below the label.
	Note string
	// Ink colours the label where several may be chosen; nil for the colour of
	// all options. It may add no text.
	Ink func(label string) string
}

// Question is one question with a closed list of choices.
type Question struct {
	ID    string
	Title string
	// Why says in one line why the question matters; it may be empty.
	Why     string
	Choices []Choice
}

// Outcome says how a screen was left.
type Outcome int

// The outcomes of a question are Pending, Answered, Skipped and Back; those of
// a form are Pending, Done and Cancelled.
const (
	// Pending means the screen is still open.
	Pending Outcome = iota
	// Answered means the question has an answer and the person moves on.
	Answered
	// Skipped means the question has no answer and the person moves on.
	Skipped
	// Back means the person wants the previous screen; nothing changed.
	Back
	// Done means the form was finished and every value is valid.
	Done
	// Cancelled means the form was left and its values are to be ignored.
	Cancelled
)

// String returns the outcome's name for messages of tests and logs.
func (o Outcome) String() string {
	names := [...]string{"pending", "answered", "skipped", "back", "done", "cancelled"}
	if o < 0 || int(o) >= len(names) {
		return "unknown outcome"
	}
	return names[o]
}

// unanswered is the index that stands for no answer at all.
const unanswered = -1

// index returns the position of the choice with this id, or unanswered. The
// empty id is always unanswered, whatever the choices are called.
func (q Question) index(id string) int {
	if id == "" {
		return unanswered
	}
	for i, c := range q.Choices {
		if c.ID == id {
			return i
		}
	}
	return unanswered
}

// text returns what is drawn for a choice: its label, or its id without one.
func (c Choice) text() string {
	if label := clean(c.Label); label != "" {
		return label
	}
	return clean(c.ID)
}
