package keys

// entries are the scopes in which letters are text, or a question waits for
// its answer: only what is listed is a command there, and what holds always.
var entries = []declaration{
	{ScopeDialog, still, []row{
		{Accept, "enter", "", "accept", 1},
		{Cancel, "esc", "", "cancel", 2},
		{ClearValue, "ctrl+u", "", "empty what is before the cursor", 0},
	}},
	{ScopeForm, still, []row{
		{Accept, "enter", "", "next (field where this one is right; after the last one the form is done)", 1},
		{MoveUp, "up shift+tab", "↑", "field above", 0},
		{MoveDown, "down tab", "↑↓", "field", 2},
		{Lower, "left", "←", "choice before, or in a text to the left", 0},
		{Raise, "right", "←→", "choice (the next one, or in a text to the right)", 3},
		{First, "home", "", "first choice, or the beginning of a text", 0},
		{Last, "end", "", "last choice, or the end of a text", 0},
		{AnswerWith, "1 2 3 4 5 6 7 8 9", "1-9", "this choice (in a field of choices)", 0},
		{LeaveOpen, "space backspace", "space", "leave out (a choice; of several, take this one or not)", 0},
		{Save, "ctrl+s", "", "done and save (the scenario to its file)", 5},
		{Cancel, "esc", "", "leave", 4},
		{ClearValue, "ctrl+u", "", "empty a line of text", 0},
	}},
	{ScopeFilter, among("component"), []row{
		{Accept, "enter", "", "keep (the filter and go on in the table)", 1},
		{Cancel, "esc", "", "all (components again)", 2},
		{ClearValue, "ctrl+u", "", "empty the filter", 0},
	}},
	{ScopeFinder, among("line"), []row{
		{Accept, "enter", "", "take (the chosen line)", 1},
		{Cancel, "esc", "", "back", 2},
		{ClearValue, "ctrl+u", "", "empty what was typed", 0},
	}},
	{ScopePicker, among("line"), []row{
		{AnswerWith, "1 2 3 4 5 6 7 8 9", "1-9", "take (a line at once)", 1},
		{Accept, "enter", "", "take (the chosen line)", 11},
		{Cancel, "esc q", "esc", "cancel", 12},
	}},
}
