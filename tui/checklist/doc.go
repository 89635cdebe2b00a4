// Package checklist is the first screen: the ten questions, the skills, further
// questions, the score and the numbers. What is asked, and which answer speaks
// for what, is the business of the package of the same name at the top level.
package checklist
