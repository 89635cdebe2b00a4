// Package merge brings the scenarios of several people together: what they agree
// on, what they dispute, and what each dispute is worth.
package merge
