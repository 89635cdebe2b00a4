package keys

import (
	"slices"
	"strings"
)

// Scope is where a binding holds. A key is looked up in the scope that has the
// focus and then in Global.
type Scope string

// The scopes.
const (
	Global         Scope = "everywhere"
	ScopeChecklist Scope = "checklist"
	ScopeScore     Scope = "architecture score"
	ScopeSystem    Scope = "system"
	ScopeCalls     Scope = "calls"
	ScopeLab       Scope = "lab"
	ScopeSplit     Scope = "split"
	ScopeComponent Scope = "component"
	ScopeFigures   Scope = "figures of the split"
	ScopeSplitPage Scope = "split pages"
	ScopeVerdict   Scope = "verdict"
	ScopeBill      Scope = "bill"
	ScopePlatforms Scope = "platforms"
	ScopeReading   Scope = "cold starts and facts"
	ScopeGrowth    Scope = "growth"
	ScopeHelp      Scope = "help"

	// In these only what is listed is a command, and what holds always.
	ScopeDialog Scope = "text entry"
	ScopeForm   Scope = "form"
	ScopeFilter Scope = "filter"
	ScopeFinder Scope = "list to search"
	ScopePicker Scope = "list to choose from"
)

// closed are the scopes in which letters are text, or a question waits for its
// answer.
var closed = []Scope{ScopeDialog, ScopeForm, ScopeFilter, ScopeFinder, ScopePicker}

// Always are the global actions that hold in closed scopes too; where letters
// are text, by those of their keys that are no letter.
var Always = []Action{Interrupt, Suspend, Help}

// Binding ties keys to an action. The help bar, the help screen and the key
// table of the README are printed from the table, so none of them can be out
// of date.
type Binding struct {
	Action Action
	Keys   []string // as Bubble Tea spells them
	Shown  string   // how help spells them; "" joins Keys
	Help   string
	Scope  Scope
	Bar    int // order in the help bar, 0 for only on the help screen
}

// Label is how the keys are written for a reader of a scope, "" where none
// holds there.
func (b *Binding) Label(scope Scope) string {
	keys := Holding(b, scope)
	if len(keys) == len(b.Keys) && b.Shown != "" {
		return b.Shown
	}
	return strings.Join(keys, "/")
}

// Bindings is the one table of keys.
var Bindings = []Binding{
	{Interrupt, []string{"ctrl+c"}, "", "quit at once; the next start offers what is unsaved", Global, 0},
	{Suspend, []string{"ctrl+z"}, "", "suspend", Global, 0},
	{Help, []string{"?", "f1"}, "?", "help", Global, 99},
	{NextScreen, []string{"tab"}, "", "next screen", Global, 90},
	{PrevScreen, []string{"shift+tab"}, "", "previous screen", Global, 0},
	{GoChecklist, []string{"1"}, "", "Checklist (outside the questions)", Global, 0},
	{GoSystem, []string{"2"}, "", "System", Global, 0},
	{GoLab, []string{"3"}, "", "Lab", Global, 0},
	{GoSplit, []string{"4"}, "", "Split", Global, 0},
	{GoVerdict, []string{"5"}, "", "Verdict", Global, 0},
	{Undo, []string{"u"}, "", "undo", Global, 80},
	{Redo, []string{"ctrl+r"}, "", "redo", Global, 0},
	{ToggleTax, []string{"t"}, "", "people (and tools, in or out of the totals)", Global, 60},
	{Save, []string{"ctrl+s"}, "", "save (the scenario)", Global, 85},
	{Open, []string{"ctrl+o"}, "", "open a scenario file", Global, 0},
	{Presets, []string{"ctrl+p"}, "", "start from a preset", Global, 0},
	{WriteReport, []string{"w"}, "", "write a report (asks format and file)", Global, 0},
	{CopyReport, []string{"y"}, "", "copy the decision record", Global, 0},
	{SwitchTheme, []string{"ctrl+t"}, "", "light or dark", Global, 0},
	{SwitchMouse, []string{"ctrl+g"}, "", "mouse on or off (off lets the terminal select text)", Global, 0},
	{Quit, []string{"q"}, "", "quit", Global, 95},

	{AnswerWith, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "1-9", "answer (and move on)", ScopeChecklist, 10},
	{StepBack, []string{"left", "esc", "h"}, "←", "back (one step)", ScopeChecklist, 11},
	{LeaveOpen, []string{"space"}, "", "skip (leaves the question open and moves on)", ScopeChecklist, 12},
	{Accept, []string{"enter"}, "", "take the highlighted answer and move on", ScopeChecklist, 0},
	{StepOn, []string{"right", "l"}, "→", "on (one step, as it is)", ScopeChecklist, 13},
	{Exact, []string{"="}, "", "exact (type the number itself)", ScopeChecklist, 14},
	{MoveUp, []string{"up", "k"}, "↑", "choice above", ScopeChecklist, 0},
	{MoveDown, []string{"down", "j"}, "↓", "choice below", ScopeChecklist, 0},
	{PageUp, []string{"pgup"}, "", "a page of choices up", ScopeChecklist, 0},
	{PageDown, []string{"pgdown"}, "", "a page of choices down", ScopeChecklist, 0},
	{First, []string{"home", "g"}, "home", "first choice", ScopeChecklist, 0},
	{Last, []string{"end", "G"}, "end", "last choice", ScopeChecklist, 0},
	{ClearValue, []string{"backspace", "delete"}, "backspace", "take the answer back", ScopeChecklist, 0},
	{SayYes, []string{"y"}, "", "yes (to a question that asks yes or no)", ScopeChecklist, 0},
	{SayNo, []string{"n"}, "", "no (likewise)", ScopeChecklist, 0},

	{MoveUp, []string{"up", "k"}, "↑", "factor above", ScopeScore, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "choose (a factor)", ScopeScore, 10},
	{PageUp, []string{"pgup"}, "", "page up", ScopeScore, 0},
	{PageDown, []string{"pgdown"}, "", "page down", ScopeScore, 0},
	{First, []string{"home", "g"}, "home", "first factor", ScopeScore, 0},
	{Last, []string{"end", "G"}, "end", "last factor", ScopeScore, 0},
	{SayYes, []string{"y"}, "", "yes (the factor holds)", ScopeScore, 11},
	{SayNo, []string{"n"}, "", "no (it does not hold)", ScopeScore, 12},
	{AnswerWith, []string{"1", "2", "3"}, "1-3", "yes, no or open, and on to the next factor", ScopeScore, 0},
	{LeaveOpen, []string{"space", "backspace", "delete"}, "space", "open (follows from the rest again)", ScopeScore, 13},
	{Exact, []string{"="}, "", "exact (type the number of a factor that has one)", ScopeScore, 14},
	{StepBack, []string{"left", "esc", "h"}, "←", "back (one step)", ScopeScore, 15},
	{Accept, []string{"enter", "right", "l"}, "enter", "on (to the numbers)", ScopeScore, 16},

	{MoveUp, []string{"up", "k"}, "↑", "line up", ScopeSystem, 0},
	{MoveDown, []string{"down", "j"}, "↓", "line down", ScopeSystem, 0},
	{PageUp, []string{"pgup"}, "", "page up", ScopeSystem, 0},
	{PageDown, []string{"pgdown"}, "", "page down", ScopeSystem, 0},
	{First, []string{"home", "g"}, "home", "first component", ScopeSystem, 0},
	{Last, []string{"end", "G"}, "end", "last component", ScopeSystem, 0},
	{AddItem, []string{"a", "insert"}, "a", "add (a component)", ScopeSystem, 10},
	{EditItem, []string{"enter", "e"}, "enter", "edit", ScopeSystem, 11},
	{CopyItem, []string{"c"}, "", "copy (duplicate the component below it)", ScopeSystem, 12},
	{DeleteItem, []string{"d", "delete"}, "d", "delete (with the calls to it)", ScopeSystem, 13},
	{OpenCalls, []string{"l"}, "", "calls (out and in: see, add, edit, remove)", ScopeSystem, 14},
	{FilterItems, []string{"/"}, "", "filter (by name, trait, trigger, platform or pinned)", ScopeSystem, 15},
	{SortNext, []string{"s"}, "", "sort (by the next column; the file keeps its order)", ScopeSystem, 16},
	{SortPrevious, []string{"S"}, "", "sort by the column before", ScopeSystem, 0},
	{SortReverse, []string{"r"}, "", "reverse (the sort)", ScopeSystem, 19},
	{PinItem, []string{"x"}, "", "pin (where it is, or free it)", ScopeSystem, 17},
	{ShowDetails, []string{"i"}, "", "details (larger, away, or beside the table)", ScopeSystem, 18},
	{Cancel, []string{"esc"}, "", "back from the large details, then all components again", ScopeSystem, 0},

	{MoveUp, []string{"up", "k"}, "↑", "line up", ScopeCalls, 0},
	{MoveDown, []string{"down", "j"}, "↓", "line down", ScopeCalls, 0},
	{PageUp, []string{"pgup"}, "", "page up", ScopeCalls, 0},
	{PageDown, []string{"pgdown"}, "", "page down", ScopeCalls, 0},
	{First, []string{"home", "g"}, "home", "first call", ScopeCalls, 0},
	{Last, []string{"end", "G"}, "end", "last call", ScopeCalls, 0},
	{AddItem, []string{"a", "insert"}, "a", "add (a call: choose the component that is called)", ScopeCalls, 10},
	{EditItem, []string{"enter", "e"}, "enter", "edit", ScopeCalls, 11},
	{Cancel, []string{"esc", "q", "l"}, "esc", "back (to the table)", ScopeCalls, 12},
	{AddCaller, []string{"b"}, "", "caller (add one: choose the component that calls)", ScopeCalls, 13},
	{DeleteItem, []string{"d", "delete"}, "d", "delete (the call)", ScopeCalls, 14},
	{FollowCall, []string{"f", "right"}, "f", "follow (to the component at the other end)", ScopeCalls, 15},

	{MoveUp, []string{"up", "k"}, "↑", "slider above", ScopeLab, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "choose (a slider)", ScopeLab, 10},
	{PageUp, []string{"pgup"}, "", "page of sliders up", ScopeLab, 0},
	{PageDown, []string{"pgdown"}, "", "page of sliders down", ScopeLab, 0},
	{First, []string{"home"}, "", "first slider", ScopeLab, 0},
	{Last, []string{"end"}, "", "last slider", ScopeLab, 0},
	{Lower, []string{"left", "h"}, "←", "lower by one step", ScopeLab, 0},
	{Raise, []string{"right", "l"}, "←→", "change (by one step)", ScopeLab, 11},
	{LowerCoarse, []string{"shift+left", "H"}, "shift ←", "lower by ten steps", ScopeLab, 0},
	{RaiseCoarse, []string{"shift+right", "L"}, "shift ←→", "coarse (ten steps at once)", ScopeLab, 12},
	{Exact, []string{"=", "enter"}, "=", "exact (type the value)", ScopeLab, 13},
	{SeekValue, []string{"s"}, "", "seek (the nearest value that changes the verdict or meets a goal)", ScopeLab, 22},
	{ClearValue, []string{"backspace", "delete"}, "backspace", "back to the default", ScopeLab, 0},
	{NextPart, []string{"c"}, "", "component (choose the next one)", ScopeLab, 18},
	{CursorLeft, []string{"["}, "", "cursor to a lower volume", ScopeLab, 0},
	{CursorRight, []string{"]"}, "[ ]", "cursor (along the volumes)", ScopeLab, 16},
	{CursorHome, []string{"0"}, "", "cursor back to today's volume", ScopeLab, 0},
	{NextCrossing, []string{"n"}, "", "crossover (jump to the next one)", ScopeLab, 17},
	{PrevCrossing, []string{"N"}, "", "previous crossover", ScopeLab, 0},
	{OpenBill, []string{"x", "b", "e"}, "x", "explain (open the bill)", ScopeLab, 15},
	{PickPlatform, []string{"v"}, "", "platforms (which stand for the options, which are compared)", ScopeLab, 14},
	{OpenStarts, []string{"z"}, "", "cold starts (what they cost, and each way round them)", ScopeLab, 19},
	{OpenFacts, []string{"f"}, "", "facts (the guide's comparison beside what holds today)", ScopeLab, 20},
	{OpenGrowth, []string{"g"}, "", "growth (the months ahead, when to move)", ScopeLab, 21},
	{ToggleStrips, []string{"S"}, "", "strips (under the chart: which component moves at which volume)", ScopeLab, 23},
	{ToggleOdds, []string{"r"}, "", "odds of the ranges (shown or hidden)", ScopeLab, 0},

	{MoveUp, []string{"up", "k"}, "↑", "line up", ScopeSplit, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "choose (a component, or a call across)", ScopeSplit, 10},
	{PageUp, []string{"pgup"}, "", "page up", ScopeSplit, 0},
	{PageDown, []string{"pgdown", "space"}, "pgdown", "page down", ScopeSplit, 0},
	{First, []string{"home"}, "", "first line", ScopeSplit, 0},
	{Last, []string{"end", "G"}, "end", "last line", ScopeSplit, 0},
	{MoveLeft, []string{"left", "h"}, "h", "move it one platform to the left", ScopeSplit, 0},
	{MoveRight, []string{"right", "l"}, "h/l", "move (by hand to the next platform that takes it; the others stay, nothing is pinned)", ScopeSplit, 11},
	{Optimum, []string{"o"}, "", "optimum (lets go of the placement in hand; once more removes the pins)", ScopeSplit, 12},
	{Accept, []string{"enter"}, "", "open (the chosen line, to formula, price, source and date)", ScopeSplit, 13},
	{PinItem, []string{"x"}, "", "pin (it where it is in the scenario, or free it)", ScopeSplit, 14},
	{PinAll, []string{"X"}, "", "pin all (where they are, so that saving writes this placement into the file)", ScopeSplit, 15},
	{TakePattern, []string{"f"}, "", "pattern (the framework's, in hand, and why the optimum differs)", ScopeSplit, 16},
	{TakeRunnerUp, []string{"r"}, "", "runner-up (in hand)", ScopeSplit, 17},
	{OpenStrip, []string{"g"}, "", "growth (which component moves at which volume)", ScopeSplit, 19},
	{OpenTax, []string{"c"}, "", "costs (of being split: the hybrid tax and the four traps)", ScopeSplit, 18},
	{SortNext, []string{"s"}, "", "sort (as in the file, dearest, by platform, moved)", ScopeSplit, 20},

	{MoveUp, []string{"up", "k"}, "↑", "line up", ScopeComponent, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "choose (a line)", ScopeComponent, 10},
	{First, []string{"home", "g"}, "home", "first line", ScopeComponent, 0},
	{Last, []string{"end", "G"}, "end", "last line", ScopeComponent, 0},
	{PageUp, []string{"pgup"}, "", "page up, or back in a long explanation", ScopeComponent, 0},
	{PageDown, []string{"pgdown", "space"}, "pgdown", "page down, or on in a long explanation", ScopeComponent, 0},
	{PrevPlatform, []string{"left", "h"}, "←", "previous component", ScopeComponent, 0},
	{NextPlatform, []string{"right", "l"}, "←→", "component (the other ones)", ScopeComponent, 11},
	{Cancel, []string{"esc", "q", "enter"}, "esc", "back to the split", ScopeComponent, 12},

	{MoveUp, []string{"up", "k"}, "↑", "line up", ScopeFigures, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "choose (a line)", ScopeFigures, 10},
	{First, []string{"home", "g"}, "home", "first line", ScopeFigures, 0},
	{Last, []string{"end", "G"}, "end", "last line", ScopeFigures, 0},
	{PageUp, []string{"pgup"}, "", "page up, or back in a long explanation", ScopeFigures, 0},
	{PageDown, []string{"pgdown", "space"}, "pgdown", "page down, or on in a long explanation", ScopeFigures, 0},
	{Cancel, []string{"esc", "q", "enter", "c"}, "esc", "back to the split", ScopeFigures, 11},

	{MoveUp, []string{"up", "k"}, "↑", "scroll up", ScopeSplitPage, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "scroll", ScopeSplitPage, 10},
	{PageUp, []string{"pgup", "b"}, "pgup", "page up", ScopeSplitPage, 0},
	{PageDown, []string{"pgdown", "space"}, "space", "page down", ScopeSplitPage, 11},
	{First, []string{"home"}, "", "to the top", ScopeSplitPage, 0},
	{Last, []string{"end", "G"}, "end", "to the end", ScopeSplitPage, 0},
	{Cancel, []string{"esc", "q", "g", "f"}, "esc", "back to the split", ScopeSplitPage, 12},

	{MoveUp, []string{"up", "k"}, "↑", "scroll up", ScopeVerdict, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "scroll", ScopeVerdict, 10},
	{PageUp, []string{"pgup", "b"}, "pgup", "page up", ScopeVerdict, 0},
	{PageDown, []string{"pgdown", "space"}, "space", "page down", ScopeVerdict, 11},
	{First, []string{"home"}, "", "to the top", ScopeVerdict, 0},
	{Last, []string{"end", "G"}, "end", "to the end", ScopeVerdict, 0},
	{NextPart, []string{"n"}, "", "next section", ScopeVerdict, 12},
	{PrevPart, []string{"N", "p"}, "N", "previous section", ScopeVerdict, 0},
	{Lower, []string{"left", "h"}, "←", "evidence of the option before", ScopeVerdict, 0},
	{Raise, []string{"right", "l"}, "←→", "evidence (of another option)", ScopeVerdict, 14},
	{WriteReport, []string{"w"}, "", "write (a report: asks format and file)", ScopeVerdict, 13},
	{CopyReport, []string{"y"}, "", "copy (the decision record)", ScopeVerdict, 15},
	{OpenGrowth, []string{"g"}, "", "growth (the months ahead, when to move)", ScopeVerdict, 16},
	{OpenStarts, []string{"z"}, "", "cold starts (what they cost, and each way round them)", ScopeVerdict, 17},
	{OpenFacts, []string{"f"}, "", "facts (the guide's comparison beside what holds today)", ScopeVerdict, 18},
	{OpenBill, []string{"x"}, "", "explain (open the bill)", ScopeVerdict, 19},

	{MoveUp, []string{"up", "k"}, "↑", "line up", ScopeBill, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "choose (a line)", ScopeBill, 10},
	{First, []string{"home", "g"}, "home", "first line", ScopeBill, 0},
	{Last, []string{"end", "G"}, "end", "last line (the platform's limits)", ScopeBill, 0},
	{PageUp, []string{"pgup"}, "", "page up, or back in a long explanation", ScopeBill, 0},
	{PageDown, []string{"pgdown", "space"}, "pgdown", "page down, or on in a long explanation", ScopeBill, 0},
	{PrevPlatform, []string{"left", "h"}, "←", "previous platform", ScopeBill, 0},
	{NextPlatform, []string{"right", "l"}, "←→", "platform (the other ones)", ScopeBill, 11},
	{Cancel, []string{"esc", "q", "x"}, "esc", "back", ScopeBill, 12},

	{MoveUp, []string{"up", "k"}, "↑", "line up", ScopePlatforms, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "choose (a platform)", ScopePlatforms, 10},
	{PageUp, []string{"pgup"}, "", "page up", ScopePlatforms, 0},
	{PageDown, []string{"pgdown"}, "", "page down", ScopePlatforms, 0},
	{First, []string{"home", "g"}, "home", "first platform", ScopePlatforms, 0},
	{Last, []string{"end", "G"}, "end", "last platform", ScopePlatforms, 0},
	{CompareItem, []string{"space"}, "", "draw (beside the three, or no longer)", ScopePlatforms, 11},
	{StandFor, []string{"enter"}, "", "stand (for its option)", ScopePlatforms, 12},
	{ClearValue, []string{"backspace", "delete"}, "backspace", "back to the three by default", ScopePlatforms, 13},
	{Cancel, []string{"esc", "q", "v"}, "esc", "back to the chart", ScopePlatforms, 14},

	{MoveUp, []string{"up", "k"}, "↑", "scroll up", ScopeReading, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "scroll", ScopeReading, 10},
	{PageUp, []string{"pgup", "b"}, "pgup", "page up", ScopeReading, 0},
	{PageDown, []string{"pgdown", "space"}, "space", "page down", ScopeReading, 11},
	{First, []string{"home", "g"}, "home", "to the top", ScopeReading, 0},
	{Last, []string{"end", "G"}, "end", "to the end", ScopeReading, 0},
	{Cancel, []string{"esc", "q"}, "esc", "back", ScopeReading, 12},
	{OpenStarts, []string{"z"}, "", "cold starts (or back)", ScopeReading, 13},
	{OpenFacts, []string{"f"}, "", "facts (or back)", ScopeReading, 14},

	{MoveUp, []string{"up", "k"}, "↑", "slider above", ScopeGrowth, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "choose (a slider)", ScopeGrowth, 10},
	{Lower, []string{"left", "h"}, "←", "lower by one step", ScopeGrowth, 0},
	{Raise, []string{"right", "l"}, "←→", "change (by one step)", ScopeGrowth, 11},
	{LowerCoarse, []string{"shift+left", "H"}, "shift ←", "lower by ten steps", ScopeGrowth, 0},
	{RaiseCoarse, []string{"shift+right", "L"}, "shift ←→", "coarse (ten steps at once)", ScopeGrowth, 15},
	{Exact, []string{"=", "enter"}, "=", "exact (type the value)", ScopeGrowth, 12},
	{ClearValue, []string{"backspace", "delete"}, "backspace", "back to the default", ScopeGrowth, 0},
	{PageUp, []string{"pgup", "b"}, "pgup", "page up in the words", ScopeGrowth, 0},
	{PageDown, []string{"pgdown", "space"}, "space", "page down (in the words and tables)", ScopeGrowth, 13},
	{First, []string{"home"}, "", "to the top of the words", ScopeGrowth, 0},
	{Last, []string{"end", "G"}, "end", "to the end of the words", ScopeGrowth, 0},
	{Cancel, []string{"esc", "q", "g"}, "esc", "back", ScopeGrowth, 14},

	{MoveUp, []string{"up", "k"}, "↑", "scroll up", ScopeHelp, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "scroll", ScopeHelp, 10},
	{PageUp, []string{"pgup", "b"}, "pgup", "page up", ScopeHelp, 0},
	{PageDown, []string{"pgdown", "space"}, "space", "page down", ScopeHelp, 11},
	{First, []string{"home", "g"}, "home", "to the top", ScopeHelp, 0},
	{Last, []string{"end", "G"}, "end", "to the end", ScopeHelp, 0},
	{Cancel, []string{"esc", "q", "?", "f1"}, "esc", "back (to what was on show)", ScopeHelp, 12},

	{Accept, []string{"enter"}, "", "accept", ScopeDialog, 1},
	{Cancel, []string{"esc"}, "", "cancel", ScopeDialog, 2},
	{ClearValue, []string{"ctrl+u"}, "", "empty what is before the cursor", ScopeDialog, 0},

	{Accept, []string{"enter"}, "", "next (field where this one is right; after the last one the form is done)", ScopeForm, 1},
	{MoveUp, []string{"up", "shift+tab"}, "↑", "field above", ScopeForm, 0},
	{MoveDown, []string{"down", "tab"}, "↑↓", "field", ScopeForm, 2},
	{Lower, []string{"left"}, "←", "choice before, or in a text to the left", ScopeForm, 0},
	{Raise, []string{"right"}, "←→", "choice (the next one, or in a text to the right)", ScopeForm, 3},
	{First, []string{"home"}, "", "first choice, or the beginning of a text", ScopeForm, 0},
	{Last, []string{"end"}, "", "last choice, or the end of a text", ScopeForm, 0},
	{AnswerWith, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "1-9", "this choice (in a field of choices)", ScopeForm, 0},
	{LeaveOpen, []string{"space", "backspace"}, "space", "leave out (a choice; of several, take this one or not)", ScopeForm, 0},
	{Save, []string{"ctrl+s"}, "", "done and save (the scenario to its file)", ScopeForm, 5},
	{Cancel, []string{"esc"}, "", "leave", ScopeForm, 4},
	{ClearValue, []string{"ctrl+u"}, "", "empty a line of text", ScopeForm, 0},

	{Accept, []string{"enter"}, "", "keep (the filter and go on in the table)", ScopeFilter, 1},
	{Cancel, []string{"esc"}, "", "all (components again)", ScopeFilter, 2},
	{MoveUp, []string{"up"}, "↑", "line up", ScopeFilter, 0},
	{MoveDown, []string{"down"}, "↑↓", "choose (a component)", ScopeFilter, 3},
	{PageUp, []string{"pgup"}, "", "page up", ScopeFilter, 0},
	{PageDown, []string{"pgdown"}, "", "page down", ScopeFilter, 0},
	{First, []string{"home"}, "", "first component", ScopeFilter, 0},
	{Last, []string{"end"}, "", "last component", ScopeFilter, 0},
	{ClearValue, []string{"ctrl+u"}, "", "empty the filter", ScopeFilter, 0},

	{Accept, []string{"enter"}, "", "take (the chosen line)", ScopeFinder, 1},
	{Cancel, []string{"esc"}, "", "back", ScopeFinder, 2},
	{MoveUp, []string{"up"}, "↑", "line up", ScopeFinder, 0},
	{MoveDown, []string{"down"}, "↑↓", "choose (a line)", ScopeFinder, 3},
	{PageUp, []string{"pgup"}, "", "page up", ScopeFinder, 0},
	{PageDown, []string{"pgdown"}, "", "page down", ScopeFinder, 0},
	{First, []string{"home"}, "", "first line", ScopeFinder, 0},
	{Last, []string{"end"}, "", "last line", ScopeFinder, 0},
	{ClearValue, []string{"ctrl+u"}, "", "empty what was typed", ScopeFinder, 0},

	{AnswerWith, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "1-9", "take (a line at once)", ScopePicker, 1},
	{MoveUp, []string{"up", "k"}, "↑", "line up", ScopePicker, 0},
	{MoveDown, []string{"down", "j"}, "↑↓", "choose (a line)", ScopePicker, 2},
	{PageUp, []string{"pgup"}, "", "page up", ScopePicker, 0},
	{PageDown, []string{"pgdown"}, "", "page down", ScopePicker, 0},
	{First, []string{"home", "g"}, "home", "first line", ScopePicker, 0},
	{Last, []string{"end", "G"}, "end", "last line", ScopePicker, 0},
	{Accept, []string{"enter"}, "", "take (the chosen line)", ScopePicker, 3},
	{Cancel, []string{"esc", "q"}, "esc", "cancel", ScopePicker, 4},
}

// Lookup finds the action of a key in a scope, then among the global ones.
func Lookup(scope Scope, key string) (Action, bool) {
	if action, ok := Listed(scope, key); ok {
		return action, true
	}
	action, ok := Listed(Global, key)
	if ok && slices.Contains(closed, scope) && (len(key) == 1 && scope != ScopePicker || !slices.Contains(Always, action)) {
		return "", false
	}
	return action, ok
}

// Listed finds the action of a key in one scope alone.
func Listed(scope Scope, key string) (Action, bool) {
	for i := range Bindings {
		if b := &Bindings[i]; b.Scope == scope && slices.Contains(b.Keys, key) {
			return b.Action, true
		}
	}
	return "", false
}

// Holding are the keys of a binding that mean it in a scope: those of a global
// one that the scope does not take for something else.
func Holding(b *Binding, scope Scope) []string {
	var keys []string
	for _, key := range b.Keys {
		_, own := Listed(scope, key)
		if action, ok := Lookup(scope, key); ok && action == b.Action && own == (b.Scope == scope) {
			keys = append(keys, key)
		}
	}
	return keys
}
