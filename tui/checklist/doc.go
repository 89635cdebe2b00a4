// Package checklist is the first screen: the ten questions, the skills, further
// questions, the score and the numbers.
package checklist
