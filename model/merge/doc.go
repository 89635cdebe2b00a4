// Package merge brings the scenarios of several people together: what they agree
// on, what they dispute, and what each dispute is worth. It decides no dispute, and
// reads and writes no file.
package merge
