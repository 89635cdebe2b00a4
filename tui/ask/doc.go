// Package ask puts questions to a person: one question a screen (Select), one
// form a screen (Form), and the same questions as numbered lines where there
// is no terminal interface (Plain). It is given plain data and returns plain
// values; it knows nothing about the checklist, the costs or the model.
//
// The controls are fields of charm.land/huh/v2, used directly and not through
// huh.Form, because most of what surprises in huh sits in its form and group
// layer. Every surprise that concerns us is handled here and nowhere else:
//
//   - A huh select writes option one into its value when it is built and
//     another at each movement of the highlight. The accessor that we give it
//     holds the highlight; the answer is kept apart (hover.go, select.go).
//   - Jumping to the last option does not write the value: the highlight is
//     read with Hovered after every key (select.go).
//   - Digits, left and esc mean nothing to huh, "/" filters: we read the keys
//     first, and forward only movements (keys.go).
//   - A completed huh form draws nothing for ever: an outcome is a value here,
//     the view stays, and Reopen goes on (select.go, form.go).
//   - Colours do not follow a change of theme: all fields share one theme
//     whose contents are replaced (look.go).
//   - huh loses options when a field shrinks and grows again, and draws more
//     rows than it was given: a field always has all its rows, we cut the window
//     out of them, and a new size makes a new field (select_view.go, select_layout.go, form_view.go).
//   - huh's confirm turns "unanswered" into "no" and tells its choice by
//     colour alone: a confirmation is a select of yes and no (control_choice.go).
//   - huh's accessible mode loses answers and can loop at the end of input:
//     it is not used (plain.go).
package ask
